/** Storage of the browser was asked for and nobody answered: another window holds it, or the browser lost it. */
export class StorageStuck extends Error {
  constructor() {
    super('the storage of the browser does not answer')
    this.name = 'StorageStuck'
  }
}

/** So long a browser may take for it on a slow phone; a hung one never answers. */
export const OPEN_MILLIS_MAX = 4_000

/** Fails where storage does not answer in time; `late` is told when it does so after all. */
export function openInTime<T>(opening: Promise<T>, late: (db: T) => void, millis = OPEN_MILLIS_MAX): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new StorageStuck())
    }, millis)
    opening.then(
      (db) => {
        clearTimeout(timer)
        if (isLate) late(db)
        else resolve(db)
      },
      (problem) => {
        clearTimeout(timer)
        reject(problem)
      },
    )
  })
}
