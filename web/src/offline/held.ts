import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A copy of something the server knows, held to go on without it. `covers`: every entry of the journal up to here is in it. */
export type Held<T> = { key: string; userId: string; heldAt: string; covers: number; value: T }

interface HeldSchema extends DBSchema {
  held: { key: [string, string]; value: Held<unknown> }
}

let opened: Promise<IDBPDatabase<HeldSchema>> | undefined
const db = () => {
  opened ??= openDB<HeldSchema>('eventkit-held', 1, {
    upgrade: (to) => void to.createObjectStore('held', { keyPath: ['userId', 'key'] }),
    blocking: (_old, _new, event) => {
      ;(event.target as unknown as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  }).catch((problem) => {
    opened = undefined
    throw problem
  })
  return opened
}

/** Apart from the journal: copies may be thrown away, scans never. */
export const held = {
  get: async <T>(userId: string, key: string): Promise<Held<T> | undefined> =>
    (await db()
      .then((to) => to.get('held', [userId, key]))
      .catch(() => undefined)) as Held<T> | undefined,
  /** Answers false where there is no room: then nothing is held, and the screen says so. */
  put: async <T>(one: Held<T>): Promise<boolean> =>
    db()
      .then((to) => to.put('held', one))
      .then(
        () => true,
        () => false,
      ),
  remove: async (userId: string, key: string): Promise<void> => {
    await db()
      .then((to) => to.delete('held', [userId, key]))
      .catch(() => undefined)
  },
  all: async <T>(userId: string, prefix: string): Promise<Held<T>[]> => {
    const range = IDBKeyRange.bound([userId, prefix], [userId, `${prefix}\uffff`])
    return (await db()
      .then((to) => to.getAll('held', range))
      .catch(() => [])) as Held<T>[]
  },
}
