import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { openInTime, StorageStuck } from './open-in-time'

/** WAITING: the server has not answered yet. Only its own answer takes an entry out of that state. */
export type EntryState = 'WAITING' | 'ACCEPTED' | 'REFUSED'

/** What somebody did here, as it was known here. It never changes; what the server says of it stands beside it. */
export type NewEntry<Line, Verdict> = {
  /** Made where the scan was made; the server counts each once. */
  id: string
  userId: string
  userName: string
  /** What is sent. */
  line: Line
  /** What this device said at once. */
  verdict: Verdict
}

export type Entry<Line, Verdict, Answer> = NewEntry<Line, Verdict> & {
  /** The order on this device; clocks jump. Null while storage is full and the entry is in memory only. */
  seq: number | null
  state: EntryState
  answer: Answer | null
  /** A refused entry about which a person has decided. */
  settled: boolean
}

export type Answered<Answer> = {
  id: string
  state: Exclude<EntryState, 'WAITING'>
  answer: Answer
  /** There is nothing left for a person to decide. */
  settled: boolean
}

/** IndexedDB knows no booleans and no nulls as keys; what is asked for stands in `todo`. */
type Stored = { id: string; userId: string; todo: 'send' | 'decide' | 'done'; entry: unknown }

interface JournalSchema extends DBSchema {
  entries: {
    key: number
    value: Stored & { seq?: number }
    indexes: { id: string; todo: ['send' | 'decide' | 'done', string] }
  }
}

export type JournalCount = {
  waiting: number
  refused: number
  unsaved: number
  others: { name: string; waiting: number }[]
  /** Storage does not answer: nobody knows what waits in it. */
  stuck: boolean
}

/** So many that are done with are kept, to be seen and taken back. */
const KEPT = 500
const todoOf = (state: EntryState, settled: boolean) =>
  state === 'WAITING' ? 'send' : state === 'REFUSED' && !settled ? 'decide' : 'done'

/**
 * Every scan made on this device, in order, until the server has answered it. An entry is on the disk before anybody is told that it was
 * taken. Where the disk is full it is held in memory, and `count().unsaved` says so.
 */
export class Journal<Line, Verdict, Answer> {
  private readonly open: () => Promise<IDBPDatabase<JournalSchema>>
  private opened: Promise<IDBPDatabase<JournalSchema>> | undefined
  private stuck = false
  private unsaved: Entry<Line, Verdict, Answer>[] = []
  private readonly listeners = new Set<() => void>()
  private readonly hearers = new Set<(answers: Answered<Answer>[]) => void>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('eventkit-journal')
  /** Writes take turns, so that entries are kept in the order in which they were made. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(name = 'eventkit-journal') {
    this.open = () =>
      openDB<JournalSchema>(name, 1, {
        upgrade(db) {
          const entries = db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true })
          entries.createIndex('id', 'id', { unique: true })
          entries.createIndex('todo', ['todo', 'userId'])
        },
        // Another tab with a newer app wants to change the layout: let it.
        blocking: (_old, _new, event) => {
          ;(event.target as unknown as IDBDatabase).close()
          this.opened = undefined
        },
        terminated: () => {
          this.opened = undefined
        },
      })
    this.channel?.addEventListener('message', () => this.tell(false))
  }

  private db(): Promise<IDBPDatabase<JournalSchema>> {
    this.opened ??= openInTime(this.open(), (db) => this.unstick(db)).catch((problem) => {
      // One that hangs is not asked again and again: it tells when it is there.
      this.stuck = problem instanceof StorageStuck
      if (!this.stuck) this.opened = undefined
      throw problem
    })
    return this.opened
  }

  private unstick(db: IDBPDatabase<JournalSchema>): void {
    this.stuck = false
    this.opened = Promise.resolve(db)
    void this.save().then(() => this.tell())
  }

  /** What the server said, whichever sender of this page asked it. */
  onAnswers(listener: (answers: Answered<Answer>[]) => void): () => void {
    this.hearers.add(listener)
    return () => {
      this.hearers.delete(listener)
    }
  }

  private tell(others = true) {
    for (const listener of this.listeners) listener()
    if (others) this.channel?.postMessage('changed')
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** Resolves once the entry is on the disk, or, where that is impossible, in memory: then its `seq` is null. */
  add(entry: NewEntry<Line, Verdict>): Promise<Entry<Line, Verdict, Answer>> {
    return this.inTurn(async () => {
      const whole: Entry<Line, Verdict, Answer> = { ...entry, seq: null, state: 'WAITING', answer: null, settled: false }
      this.unsaved.push(whole)
      await this.saveUnsaved()
      this.tell()
      return whole
    })
  }

  /** Tries again to write what storage had no room for. */
  save(): Promise<void> {
    return this.inTurn(async () => {
      if (this.unsaved.length === 0) return
      await this.saveUnsaved()
      this.tell()
    })
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  private async saveUnsaved(): Promise<void> {
    try {
      const db = await this.db()
      while (this.unsaved.length > 0) {
        const entry = this.unsaved[0]!
        // Strict: a phone whose battery dies the moment after must still have it.
        const transaction = db.transaction('entries', 'readwrite', { durability: 'strict' })
        const [seq] = await Promise.all([transaction.store.add(this.stored(entry)), transaction.done])
        entry.seq = seq
        this.unsaved.shift()
      }
    } catch {
      // Full, or switched off. What is held in memory is counted, sent and exported like the rest.
    }
  }

  private stored(entry: Entry<Line, Verdict, Answer>): Stored & { seq?: number } {
    const { seq, ...kept } = entry
    const row = { id: entry.id, userId: entry.userId, todo: todoOf(entry.state, entry.settled), entry: kept } as const
    return seq === null ? row : { ...row, seq }
  }

  private entryOf(row: Stored & { seq?: number }): Entry<Line, Verdict, Answer> {
    return { ...(row.entry as Omit<Entry<Line, Verdict, Answer>, 'seq'>), seq: row.seq ?? null }
  }

  private async listed(todo: 'send' | 'decide', userId: string, limit?: number): Promise<Entry<Line, Verdict, Answer>[]> {
    const memory = this.unsaved.filter((one) => one.userId === userId && todoOf(one.state, one.settled) === todo)
    try {
      const rows = await (await this.db()).getAllFromIndex('entries', 'todo', [todo, userId], limit)
      return [...rows.map((row) => this.entryOf(row)), ...memory].slice(0, limit)
    } catch {
      return memory.slice(0, limit)
    }
  }

  /** What this person did here and the server has not answered, oldest first. */
  toSend = (userId: string, limit: number) => this.listed('send', userId, limit)

  async find(id: string): Promise<Entry<Line, Verdict, Answer> | undefined> {
    const unsaved = this.unsaved.find((one) => one.id === id)
    if (unsaved) return unsaved
    const row = await this.db().then((db) => db.getFromIndex('entries', 'id', id))
    return row && this.entryOf(row)
  }

  /** What the server refused and nobody has decided about. */
  toDecide = (userId: string) => this.listed('decide', userId)

  /** The newest entries of a person, newest first. */
  async recent(userId: string, limit: number): Promise<Entry<Line, Verdict, Answer>[]> {
    const found = this.unsaved.filter((one) => one.userId === userId).reverse()
    try {
      const db = await this.db()
      let cursor = await db.transaction('entries').store.openCursor(null, 'prev')
      while (cursor && found.length < limit) {
        if (cursor.value.userId === userId) found.push(this.entryOf(cursor.value))
        cursor = await cursor.continue()
      }
    } catch {
      // memory only
    }
    return found.slice(0, limit)
  }

  /** Writes down what the server said of each; what it did not speak of waits on. */
  answered(answers: Answered<Answer>[]): Promise<void> {
    return this.inTurn(async () => {
      const left = new Map(answers.map((one) => [one.id, one]))
      for (const entry of this.unsaved) {
        const said = left.get(entry.id)
        if (said) Object.assign(entry, pick(said))
      }
      this.unsaved = this.unsaved.filter((one) => !(left.delete(one.id) && todoOf(one.state, one.settled) === 'done'))
      if (left.size > 0) {
        const to = (entry: Entry<Line, Verdict, Answer>) => ({ ...entry, ...pick(left.get(entry.id)!) })
        await this.change([...left.keys()], to).catch(() => this.take([...left.keys()], to))
      }
      await this.forgetOld().catch(() => undefined)
      this.tell()
      for (const hearer of this.hearers) hearer(answers)
    })
  }

  /** A person has decided about refused entries: they are not asked about again. */
  settle(ids: string[]): Promise<void> {
    return this.inTurn(async () => {
      this.unsaved = this.unsaved.filter((one) => !ids.includes(one.id) || one.state === 'WAITING')
      await this.change(ids, (entry) => (entry.state === 'REFUSED' ? { ...entry, settled: true } : entry))
      this.tell()
    })
  }

  private async change(ids: string[], to: (entry: Entry<Line, Verdict, Answer>) => Entry<Line, Verdict, Answer>): Promise<void> {
    const transaction = (await this.db()).transaction('entries', 'readwrite')
    const byId = transaction.store.index('id')
    for (const id of ids) {
      const row = await byId.get(id)
      if (row) await transaction.store.put(this.stored(to(this.entryOf(row))))
    }
    await transaction.done
  }

  /** Storage has no room even for answers: what was answered gives its own room back, and what is to be decided is held in memory. */
  private async take(ids: string[], to: (entry: Entry<Line, Verdict, Answer>) => Entry<Line, Verdict, Answer>): Promise<void> {
    const transaction = (await this.db()).transaction('entries', 'readwrite')
    const byId = transaction.store.index('id')
    const taken: Entry<Line, Verdict, Answer>[] = []
    for (const id of ids) {
      const row = await byId.get(id)
      if (!row) continue
      taken.push(to(this.entryOf(row)))
      await transaction.store.delete(row.seq!)
    }
    await transaction.done
    this.unsaved.push(...taken.filter((one) => todoOf(one.state, one.settled) !== 'done'))
  }

  private async forgetOld(): Promise<void> {
    const transaction = (await this.db()).transaction('entries', 'readwrite')
    const keys = await transaction.store.index('todo').getAllKeys(IDBKeyRange.bound(['done'], ['done', []]))
    const old = keys.sort((a, b) => a - b).slice(0, Math.max(0, keys.length - KEPT))
    await Promise.all([...old.map((key) => transaction.store.delete(key)), transaction.done])
  }

  async count(userId: string): Promise<JournalCount> {
    const others = new Map<string, { name: string; waiting: number }>()
    const count: JournalCount = { waiting: 0, refused: 0, unsaved: this.unsaved.length, others: [], stuck: false }
    const add = (entry: Entry<Line, Verdict, Answer>) => {
      const todo = todoOf(entry.state, entry.settled)
      if (entry.userId === userId) {
        if (todo === 'send') count.waiting++
        else if (todo === 'decide') count.refused++
      } else if (todo === 'send') {
        const other = others.get(entry.userId) ?? { name: entry.userName, waiting: 0 }
        other.waiting++
        others.set(entry.userId, other)
      }
    }
    for (const entry of this.unsaved) add(entry)
    try {
      const rows = (await this.db()).transaction('entries').store.index('todo')
      count.waiting += await rows.count(IDBKeyRange.only(['send', userId]))
      count.refused += await rows.count(IDBKeyRange.only(['decide', userId]))
      const all = await rows.count(IDBKeyRange.bound(['send'], ['send', []]))
      const mine = await rows.count(IDBKeyRange.only(['send', userId]))
      if (all > mine) {
        for (const row of await rows.getAll(IDBKeyRange.bound(['send'], ['send', []]))) {
          if (row.userId !== userId) add(this.entryOf(row))
        }
      }
    } catch {
      // memory only
    }
    count.others = [...others.values()]
    count.stuck = this.stuck
    return count
  }

  /** Everything up to here was answered; 0 where nothing was. What is in memory only comes after all of it. */
  async coveredSeq(userId: string): Promise<number> {
    try {
      const db = await this.db()
      const first = (await db.getAllFromIndex('entries', 'todo', ['send', userId], 1))[0]?.seq
      if (first !== undefined) return first - 1
      return (await db.transaction('entries').store.openCursor(null, 'prev'))?.key ?? 0
    } catch {
      return 0
    }
  }

  /** What this person did since, oldest first, but for what the server refused. */
  async since(userId: string, seq: number): Promise<Entry<Line, Verdict, Answer>[]> {
    const memory = this.unsaved.filter((one) => one.userId === userId)
    const rows = await this.db()
      .then((db) => db.getAll('entries', IDBKeyRange.lowerBound(seq, true)))
      .catch(() => [])
    const found = rows.filter((row) => row.userId === userId).map((row) => this.entryOf(row))
    return [...found, ...memory].filter((one) => one.state !== 'REFUSED')
  }

  /** All that is held here, whoever made it: the last resort. */
  async everything(): Promise<Entry<Line, Verdict, Answer>[]> {
    const rows = await this.db()
      .then((db) => db.getAll('entries'))
      .catch(() => [])
    return [...rows.map((row) => this.entryOf(row)), ...this.unsaved]
  }

  close(): void {
    this.channel?.close()
    void this.opened?.then((db) => db.close())
    this.opened = undefined
  }
}

const pick = <Answer>({ state, answer, settled }: Answered<Answer>) => ({ state, answer, settled })
