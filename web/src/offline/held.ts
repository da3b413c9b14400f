import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { openInTime, StorageStuck } from './open-in-time'

/** A copy of something the server knows, held to go on without it. `covers`: every entry of the journal up to here is in it. */
export type Held<T> = { key: string; userId: string; heldAt: string; covers: number; value: T }

/** What a list shows of a copy, so that it need not be read whole. */
export type Head<H> = { key: string; userId: string; heldAt: string; head: H }

interface HeldSchema extends DBSchema {
  held: { key: [string, string]; value: Held<unknown> }
  heads: { key: [string, string]; value: Head<unknown> }
}

let opened: Promise<IDBPDatabase<HeldSchema>> | undefined
const db = () => {
  opened ??= openInTime(
    openDB<HeldSchema>('eventkit-held', 2, {
      upgrade: (to, from) => {
        // Copies may be thrown away; those of before have no heads.
        if (from > 0) to.deleteObjectStore('held')
        to.createObjectStore('held', { keyPath: ['userId', 'key'] })
        to.createObjectStore('heads', { keyPath: ['userId', 'key'] })
      },
      blocking: (_old, _new, event) => {
        ;(event.target as unknown as IDBDatabase).close()
        opened = undefined
      },
      terminated: () => {
        opened = undefined
      },
    }),
    (late) => {
      opened = Promise.resolve(late)
    },
  ).catch((problem) => {
    if (!(problem instanceof StorageStuck)) opened = undefined
    throw problem
  })
  return opened
}

const both = async (work: (to: IDBPDatabase<HeldSchema>) => Promise<void>): Promise<boolean> =>
  db()
    .then(work)
    .then(
      () => true,
      () => false,
    )

async function removeBoth(to: IDBPDatabase<HeldSchema>, keys: [string, string][]): Promise<void> {
  const transaction = to.transaction(['held', 'heads'], 'readwrite')
  for (const key of keys) {
    void transaction.objectStore('held').delete(key)
    void transaction.objectStore('heads').delete(key)
  }
  await transaction.done
}

/** Apart from the journal: copies may be thrown away, scans never. */
export const held = {
  get: async <T>(userId: string, key: string): Promise<Held<T> | undefined> =>
    (await db()
      .then((to) => to.get('held', [userId, key]))
      .catch(() => undefined)) as Held<T> | undefined,
  /** Answers false where there is no room: then nothing is held, and the screen says so. */
  put: <T, H>(one: Held<T>, head: H): Promise<boolean> =>
    both(async (to) => {
      const { key, userId, heldAt } = one
      const transaction = to.transaction(['held', 'heads'], 'readwrite')
      await Promise.all([
        transaction.objectStore('held').put(one),
        transaction.objectStore('heads').put({ key, userId, heldAt, head }),
        transaction.done,
      ])
    }),
  remove: (userId: string, key: string): Promise<boolean> => both((to) => removeBoth(to, [[userId, key]])),
  /** Of all copies of a person whose keys begin so. */
  heads: async <H>(userId: string, prefix: string): Promise<Head<H>[]> => {
    const range = IDBKeyRange.bound([userId, prefix], [userId, `${prefix}\uffff`])
    return (await db()
      .then((to) => to.getAll('heads', range))
      .catch(() => [])) as Head<H>[]
  },
  /** Throws away what nobody needs any more, whosever it is. */
  expire: <H>(isOver: (one: Head<H>) => boolean): Promise<boolean> =>
    both(async (to) => {
      const over = ((await to.getAll('heads')) as Head<H>[]).filter(isOver)
      if (over.length > 0)
        await removeBoth(
          to,
          over.map((one) => [one.userId, one.key]),
        )
    }),
}
