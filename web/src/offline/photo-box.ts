import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { openInTime } from './open-in-time'

/** A picture that belongs to an entry of the journal and waits until that was answered. */
export type KeptPhoto = { id: string; scanId: string; userId: string; picture: Blob }

interface PhotoSchema extends DBSchema {
  photos: { key: string; value: KeptPhoto; indexes: { userId: string; scanId: string } }
}

/** Pictures on this device, apart from the journal: they are large, and must not take its room. */
export class PhotoBox {
  private readonly name: string
  private opened: Promise<IDBPDatabase<PhotoSchema>> | undefined

  constructor(name = 'eventkit-photos') {
    this.name = name
  }

  private db(): Promise<IDBPDatabase<PhotoSchema>> {
    this.opened ??= openInTime(
      openDB<PhotoSchema>(this.name, 1, {
        upgrade(db) {
          const photos = db.createObjectStore('photos', { keyPath: 'id' })
          photos.createIndex('userId', 'userId')
          photos.createIndex('scanId', 'scanId')
        },
      }),
      (late) => {
        this.opened = Promise.resolve(late)
      },
    ).catch((problem) => {
      this.opened = undefined
      throw problem
    })
    return this.opened
  }

  /** Answers false where there is no room for it. */
  keep = (photo: KeptPhoto): Promise<boolean> =>
    this.db()
      .then((db) => db.add('photos', photo))
      .then(
        () => true,
        () => false,
      )

  of = (userId: string): Promise<KeptPhoto[]> =>
    this.db()
      .then((db) => db.getAllFromIndex('photos', 'userId', userId))
      .catch(() => [])

  count = (userId: string): Promise<number> =>
    this.db()
      .then((db) => db.countFromIndex('photos', 'userId', userId))
      .catch(() => 0)

  remove = (id: string): Promise<void> => this.db().then((db) => db.delete('photos', id))

  /** What was refused was scanned again: its pictures belong to the new scan. */
  async move(scanId: string, to: string): Promise<void> {
    const transaction = (await this.db()).transaction('photos', 'readwrite')
    for (const photo of await transaction.store.index('scanId').getAll(scanId))
      await transaction.store.put({ ...photo, scanId: to })
    await transaction.done
  }
}
