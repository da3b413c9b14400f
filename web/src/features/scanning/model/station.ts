import { api } from '@/lib/api/client'
import { isProblem, type Problem } from '@/lib/api/problem'
import { announceSignedOut } from '@/lib/session'
import { held } from '@/offline/held'
import type { Answered, JournalCount } from '@/offline/journal'
import type { Sender, SenderState } from '@/offline/sender'
import { downloadJob } from '../api/scanning'
import type { Tone } from './feedback'
import { type Job, type Need, withDelta } from './job'
import { Judge, roomOf } from './judge'
import type { Mode } from './modes'
import { type Progress, progressOf } from './progress'
import { type Command, type ReadCode, readCode, shownCode } from './read-code'
import type { NeedCount, ScanAnswer, ScanCondition, ScanKind, ScanLine, Symbology, Thing, Verdict } from './scan'
import { type ScanEntry, type ScanJournal, scanJournal, senderOf } from './scan-journal'

export type Person = { id: string; name: string; permissions: readonly string[] }

/** What the screen says about the newest scan. */
export type Told = {
  key: string
  tone: Tone
  /** A code of the spec, or one of this device's own. */
  code: string
  facts: Record<string, unknown>
  label: string
  name: string
  thing: Thing | null
  /** Of the need that it went to. */
  count: Progress | null
  message: string
  entryId: string | null
}

/** A question that a scan waits for. */
export type Asking =
  | { kind: 'QUANTITY'; draft: Draft; thing: Thing; suggested: number | null; counted: number }
  | { kind: 'DAMAGE'; draft: Draft; thing: Thing | null }
  | { kind: 'CHOOSE'; draft: Draft; matches: Thing[] }

type Draft = Omit<ScanLine, 'id' | 'at' | 'by'>

export type StationState = {
  mode: Mode
  quantity: number | null
  condition: ScanCondition
  note: string
  vehicle: string
  shelf: Thing | null
  /** Read before their shelf was. */
  waiting: Thing[]
  box: Thing | null
  told: Told | null
  asking: Asking | null
  job: Job | null
  /** Grows with every change of the job's copy. */
  tick: number
  heldAt: string | null
  /** Whether the copy is on the disk, so that it is there without a network. */
  kept: boolean
  problem: Problem | null
  recent: ScanEntry[]
  conflicts: ScanEntry[]
  count: JournalCount
  sender: SenderState
}

const none: JournalCount = { waiting: 0, refused: 0, unsaved: 0, others: [] }
const RECENT = 30
const REFRESH_PAUSE = 700
/** Refusals that change nothing because it is so already. */
const same = new Set(['already-picked', 'already-out', 'not-out', 'not-picked'])

export const heldJobKey = (eventId: string) => `job:${eventId}`

/** An empty job, to judge by where none is chosen: it knows the addresses of this company and nothing else. */
const noJob = (addresses: string[]): Job => ({
  version: '',
  delta: false,
  event: {
    id: '',
    number: '',
    name: '',
    phase: '',
    clientName: null,
    venueName: null,
    timeZone: 'UTC',
    from: null,
    to: null,
    endsOn: null,
    warehouseId: null,
    warehouseName: null,
  },
  addresses,
  needs: [],
  texts: [],
  products: [],
  assets: [],
  cases: [],
  locations: [],
  codes: [],
})

/**
 * Where scans come together: camera, hand scanner, number pad and card of commands go in; each scan is in the journal before anything is
 * said of it, is judged on the copy of the job, and is sent when there is a network.
 */
export class Station {
  state: StationState
  readonly journal: ScanJournal
  private readonly person: Person
  private readonly eventId: string | null
  private readonly addresses: string[]
  private readonly sender: Sender<ScanLine, Verdict, ScanAnswer>
  private readonly listeners = new Set<() => void>()
  private readonly tell: (told: Told) => void
  private judge: Judge
  /** Of the copy, before what was scanned since. */
  private base: Job | null = null
  private turn: Promise<unknown> = Promise.resolve()
  private refreshTimer: ReturnType<typeof setTimeout> | undefined
  private stops: (() => void)[] = []
  private closed = false
  /** A copy came while scans were under way, and was not taken. */
  private missed = false

  constructor(options: {
    person: Person
    eventId: string | null
    mode: Mode
    addresses: string[]
    journal?: ScanJournal
    /** What is heard, felt and spoken. */
    tell?: (told: Told) => void
  }) {
    this.person = options.person
    this.eventId = options.eventId
    this.addresses = options.addresses
    this.journal = options.journal ?? scanJournal()
    this.tell = options.tell ?? (() => {})
    this.judge = this.judgeOn(noJob(this.addresses))
    this.state = {
      mode: options.mode,
      quantity: null,
      condition: 'GOOD',
      note: '',
      vehicle: '',
      shelf: null,
      waiting: [],
      box: null,
      told: null,
      asking: null,
      job: null,
      tick: 0,
      heldAt: null,
      kept: false,
      problem: null,
      recent: [],
      conflicts: [],
      count: none,
      sender: 'IDLE',
    }
    this.sender = senderOf(this.journal, this.person.id, {
      onChange: () => {
        this.set({ sender: this.sender.state })
        if (this.missed && this.sender.state === 'IDLE') {
          this.missed = false
          this.refreshSoon()
        }
        if (this.sender.state === 'SIGNED_OUT') announceSignedOut()
      },
    })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  snapshot = (): StationState => this.state

  private set(change: Partial<StationState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  private judgeOn(job: Job): Judge {
    return new Judge(job, { userId: this.person.id, permissions: this.person.permissions })
  }

  /** Opens the copy on this device, then asks the server for what changed; answers how to stop. */
  start(): () => void {
    this.closed = false
    this.stops = [
      this.journal.onChange(() => void this.recount()),
      this.journal.onAnswers((answers) => this.heard(answers)),
      this.sender.start(),
    ]
    void this.recount()
    void this.open()
    return () => {
      this.closed = true
      clearTimeout(this.refreshTimer)
      for (const stop of this.stops) stop()
    }
  }

  private async open(): Promise<void> {
    if (this.eventId) {
      const copy = await held.get<Job>(this.person.id, heldJobKey(this.eventId))
      await this.inTurn(async () => {
        if (copy && !this.base) await this.rebuild(copy.value, copy.covers, copy.heldAt, true)
      })
    }
    await this.refresh()
  }

  /** Asks for what changed; without a network the copy stays as it is. */
  refresh = async (): Promise<void> => {
    if (!this.eventId || this.closed) return
    const covers = await this.journal.coveredSeq(this.person.id)
    try {
      const news = await downloadJob(this.eventId, this.base?.version)
      // Answered or under way meanwhile: nobody knows whether this copy holds it. The answer brings the next one.
      if (this.base && this.sender.state !== 'IDLE') {
        this.missed = true
        return
      }
      if (this.base && (await this.journal.coveredSeq(this.person.id)) !== covers) return this.refreshSoon()
      const whole = withDelta(this.base ?? undefined, news)
      const heldAt = new Date().toISOString()
      const kept = await held.put({ key: heldJobKey(this.eventId), userId: this.person.id, heldAt, covers, value: whole })
      await this.inTurn(() => this.rebuild(whole, covers, heldAt, kept))
      this.set({ problem: null })
    } catch (problem) {
      if (isProblem(problem, 401)) announceSignedOut()
      if (isProblem(problem)) this.set({ problem })
      else throw problem
    }
  }

  refreshSoon = (): void => {
    clearTimeout(this.refreshTimer)
    if (!this.closed) this.refreshTimer = setTimeout(() => void this.refresh(), REFRESH_PAUSE)
  }

  private async rebuild(base: Job, covers: number, heldAt: string, kept: boolean): Promise<void> {
    const since = await this.journal.since(this.person.id, covers)
    this.base = base
    this.judge = this.judgeOn(structuredClone(base))
    for (const { line } of since) this.judge.judge(line)
    this.set({ job: this.judge.job, tick: this.state.tick + 1, heldAt, kept })
  }

  private async recount(): Promise<void> {
    const [count, recent, conflicts] = await Promise.all([
      this.journal.count(this.person.id),
      this.journal.recent(this.person.id, RECENT),
      this.journal.toDecide(this.person.id),
    ])
    if (!this.closed) this.set({ count, recent, conflicts })
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  choose(
    change: Partial<Pick<StationState, 'mode' | 'quantity' | 'condition' | 'note' | 'vehicle' | 'shelf' | 'waiting' | 'box'>>,
  ) {
    const left =
      change.mode && change.mode !== this.state.mode ? { shelf: null, waiting: [], box: null, condition: 'GOOD' as const } : {}
    this.set({ ...left, ...change })
  }

  /** Something was read, by whatever means. Codes wait for each other. */
  read = (raw: string, symbology: Symbology): Promise<void> => this.inTurn(() => this.take(raw, symbology))

  private addressesNow = () => [...this.addresses, ...(this.base?.addresses ?? [])]

  private async take(raw: string, symbology: Symbology): Promise<void> {
    const code = readCode(raw, this.addressesNow())
    switch (code.kind) {
      case 'EMPTY':
        return
      case 'TOO_LONG':
        return this.say('BAD', 'code-too-long', { label: shownCode(raw) })
      case 'COMMAND':
        return this.obey(code.command)
      case 'UNKNOWN_COMMAND':
        return this.say('BAD', 'unknown-command', { label: code.text })
      default:
        return this.scan(code, raw.trim(), symbology)
    }
  }

  private async scan(code: ReadCode, raw: string, symbology: Symbology): Promise<void> {
    if (this.state.asking?.kind === 'DAMAGE') await this.answerDamage(this.state.note)
    // Which may ask how many were damaged.
    const { asking, mode } = this.state
    if (asking?.kind === 'QUANTITY') {
      const typed = /^[1-9]\d{0,5}$/.test(raw) && !this.known({ code: raw })
      if (typed) {
        this.set({ asking: null })
        return this.write({ ...asking.draft, quantity: Number(raw) })
      }
      // The same code once more counts one; anything else must not guess how many were meant.
      const again = asking.draft.code?.toUpperCase() === raw.toUpperCase()
      if (!again) return this.say('BAD', 'quantity-first', { label: asking.thing.label })
      this.set({ asking: { ...asking, counted: asking.counted + 1 } })
      return this.say('COMMAND', 'counted', { label: asking.thing.label, facts: { count: asking.counted + 1 } })
    }
    if (asking?.kind === 'CHOOSE') this.set({ asking: null })
    const draft: Draft = { kind: mode as ScanKind, code: raw, symbology }
    if (mode === 'MOVE') return this.move(draft)
    if (mode === 'PACK') return this.packing(draft)
    const thing = code.kind === 'FOREIGN' ? null : this.known(draft)
    if (mode === 'PREP' || mode === 'CHECK_OUT' || mode === 'CHECK_IN') {
      if (this.eventId) draft.eventId = this.eventId
    }
    if (mode === 'CHECK_OUT' && this.state.vehicle.trim()) draft.vehicle = this.state.vehicle.trim()
    if (mode === 'CHECK_IN' && this.state.condition !== 'GOOD') {
      draft.condition = this.state.condition
      if (this.state.note.trim()) draft.note = this.state.note.trim()
      else if (draft.condition === 'DAMAGED') return this.set({ asking: { kind: 'DAMAGE', draft, thing } })
    }
    await this.countOrWrite(draft, thing)
  }

  /** Counted pieces are asked how many there are, unless a card or the pad said it before. */
  private async countOrWrite(draft: Draft, thing: Thing | null): Promise<void> {
    const counted = thing?.kind === 'PRODUCT' && draft.kind !== 'LOOK_UP'
    if (!counted) return this.write(draft)
    if (this.state.quantity !== null) {
      const { quantity } = this.state
      this.set({ quantity: null })
      return this.write({ ...draft, quantity })
    }
    this.set({ asking: { kind: 'QUANTITY', draft, thing, suggested: this.suggested(thing.id), counted: 1 } })
    this.say('COMMAND', 'how-many', { label: thing.label, name: thing.name })
  }

  private suggested(productId: string): number | null {
    const needs = this.judge.job.needs.filter((one) => one.kind === 'PRODUCT' && one.subjectId === productId)
    const sum = (of: (need: Need) => number) => needs.reduce((all, one) => all + Math.max(0, of(one)), 0)
    const left =
      this.state.mode === 'CHECK_IN'
        ? sum((one) => one.out)
        : this.state.mode === 'CHECK_OUT'
          ? sum((one) => one.picked + Math.max(0, roomOf(one)))
          : sum(roomOf)
    return left > 0 ? left : null
  }

  /** What the copy knows of it. */
  private known(draft: Pick<Draft, 'code' | 'thing'>): Thing | null {
    try {
      return this.judge.thingOf(this.judge.find(draft))
    } catch {
      return null
    }
  }

  /** What the copy or the server knows of it; null where neither does, or cannot be asked. */
  private async resolve(draft: Draft): Promise<Thing | null> {
    const here = this.known(draft)
    if (here || !draft.code) return here
    try {
      const found = await api.get<{ kind: Thing['kind']; id: string; label: string; target: Thing | null }>('/codes', {
        query: { text: draft.code },
      })
      return { ...found.target, kind: found.kind, id: found.id, label: found.label, name: found.target?.name ?? '' }
    } catch {
      return null
    }
  }

  private async move(draft: Draft): Promise<void> {
    const thing = await this.resolve(draft)
    const { shelf, waiting } = this.state
    if (thing?.kind === 'LOCATION') {
      this.set({ shelf: waiting.length > 0 ? null : thing, waiting: [] })
      if (waiting.length === 0) return this.say('COMMAND', 'shelf-chosen', { label: thing.label, name: thing.name })
      for (const one of waiting) await this.write(this.movedTo(one, thing.id))
      return
    }
    if (shelf) {
      if (!thing) return this.write({ ...draft, locationId: shelf.id })
      if (thing.kind === 'PRODUCT') return this.movePieces(thing, shelf)
      return this.countOrWrite({ ...this.movedTo(thing, shelf.id), symbology: draft.symbology }, thing)
    }
    if (!thing) return this.say('BAD', 'unknown-here', { label: shownCode(draft.code ?? '') })
    if (thing.kind === 'PRODUCT') return this.say('BAD', 'shelf-first', { label: thing.label, name: thing.name })
    if (!waiting.some((one) => one.id === thing.id)) this.set({ waiting: [...waiting, thing] })
    this.say('COMMAND', 'which-shelf', { label: thing.label, name: thing.name })
  }

  /** Pieces tell nobody where they come from: that is known only where they lie in one place. */
  private movePieces(thing: Thing, shelf: Thing): Promise<void> | void {
    const places = this.judge.job.needs.find((one) => one.kind === 'PRODUCT' && one.subjectId === thing.id)?.places ?? []
    const from = places.filter((one) => one.quantity > 0 && one.locationId !== shelf.id)
    if (from.length !== 1) return this.say('BAD', 'pieces-by-hand', { label: thing.label, name: thing.name })
    return this.countOrWrite({ ...this.movedTo(thing, shelf.id), fromLocationId: from[0]!.locationId }, thing)
  }

  private movedTo = (thing: Thing, locationId: string): Draft => ({
    kind: 'MOVE',
    thing: { kind: thing.kind, id: thing.id },
    locationId,
  })

  private async packing(draft: Draft): Promise<void> {
    const thing = await this.resolve(draft)
    const { box } = this.state
    if (!box || (thing?.kind === 'CASE' && thing.id === box.id)) {
      if (box) return this.say('SAME', 'case-chosen', { label: box.label, name: box.name })
      if (thing?.kind !== 'CASE')
        return this.say('BAD', thing ? 'case-first' : 'unknown-here', { label: thing?.label ?? shownCode(draft.code ?? '') })
      this.set({ box: thing })
      if (thing.status === 'CLOSED') return this.write({ ...draft, action: 'OPEN' })
      return this.say('COMMAND', 'case-chosen', { label: thing.label, name: thing.name })
    }
    await this.countOrWrite({ ...draft, action: 'IN', caseId: box.id }, thing)
  }

  closeCase = (): Promise<void> =>
    this.inTurn(async () => {
      const { box } = this.state
      if (!box) return this.say('BAD', 'case-first', { label: '' })
      await this.write({ kind: 'PACK', thing: { kind: 'CASE', id: box.id }, action: 'CLOSE' })
      this.set({ box: null })
    })

  answerQuantity = (quantity: number): Promise<void> =>
    this.inTurn(async () => {
      const { asking } = this.state
      if (asking?.kind !== 'QUANTITY') return
      this.set({ asking: null })
      await this.write({ ...asking.draft, quantity })
    })

  /** Damage of what was read; an empty note is allowed, because a truck does not wait. */
  private async answerDamage(note: string): Promise<void> {
    const { asking } = this.state
    if (asking?.kind !== 'DAMAGE') return
    this.set({ asking: null, note: '', condition: 'GOOD' })
    await this.countOrWrite(note.trim() ? { ...asking.draft, note: note.trim() } : asking.draft, asking.thing)
  }

  sayDamage = (note: string): Promise<void> => this.inTurn(() => this.answerDamage(note))

  /** Of several things that answer to one code, this was meant. */
  pick = (thing: Thing): Promise<void> =>
    this.inTurn(async () => {
      const { asking } = this.state
      if (asking?.kind !== 'CHOOSE') return
      this.set({ asking: null })
      await this.countOrWrite({ ...asking.draft, thing: { kind: thing.kind, id: thing.id } }, thing)
    })

  /** Nothing of what was asked about is written down. */
  dismiss = (): void => this.set({ asking: null })

  /** A line of the list, taken by a tap because its label cannot be read. */
  takeByHand = (thing: { kind: Thing['kind']; id: string }, quantity?: number): Promise<void> =>
    this.inTurn(async () => {
      const { mode } = this.state
      const draft: Draft = { kind: mode as ScanKind, thing, symbology: 'TYPED' }
      if (this.eventId && mode !== 'MOVE' && mode !== 'PACK') draft.eventId = this.eventId
      if (quantity === undefined) await this.countOrWrite(draft, this.known(draft))
      else await this.write({ ...draft, quantity })
    })

  undo = (entry: ScanEntry): Promise<void> => this.inTurn(() => this.write({ kind: 'UNDO', undoes: entry.id }))

  private async undoLast(): Promise<void> {
    const recent = await this.journal.recent(this.person.id, RECENT)
    const undone = new Set(recent.map((one) => one.line.undoes))
    const last = recent.find((one) => canUndo(one) && !undone.has(one.id))
    if (!last) return this.say('BAD', 'nothing-to-undo', { label: '' })
    await this.write({ kind: 'UNDO', undoes: last.id })
  }

  private async obey(command: Command): Promise<void> {
    switch (command.word) {
      case 'undo':
        return this.undoLast()
      case 'quantity': {
        const { asking } = this.state
        if (asking?.kind === 'QUANTITY') {
          this.set({ asking: null })
          return this.write({ ...asking.draft, quantity: command.quantity })
        }
        this.set({ quantity: command.quantity })
        return this.say('COMMAND', 'quantity-set', { label: String(command.quantity), facts: { count: command.quantity } })
      }
      case 'good':
      case 'damaged':
      case 'missing': {
        const condition = command.word.toUpperCase() as ScanCondition
        if (this.state.mode !== 'CHECK_IN') return this.say('BAD', 'check-in-first', { label: '' })
        this.set({ condition })
        return this.say('COMMAND', `condition-${command.word}`, { label: '' })
      }
      case 'close-case': {
        const { box } = this.state
        if (!box) return this.say('BAD', 'case-first', { label: '' })
        await this.write({ kind: 'PACK', thing: { kind: 'CASE', id: box.id }, action: 'CLOSE' })
        return this.set({ box: null })
      }
      case 'next-job':
        this.say('COMMAND', 'next-job', { label: '' })
        for (const listener of this.nextJob) listener()
    }
  }

  private readonly nextJob = new Set<() => void>()
  onNextJob = (listener: () => void): (() => void) => {
    this.nextJob.add(listener)
    return () => {
      this.nextJob.delete(listener)
    }
  }

  private counted(kind: ScanKind, needs: NeedCount[]): Progress | null {
    const counts = kind === 'PREP' || kind === 'CHECK_OUT' || kind === 'CHECK_IN'
    return counts && needs[0] ? progressOf(needs[0], kind) : null
  }

  /** Into the journal first, then said. */
  private async write(draft: Draft): Promise<void> {
    const line: ScanLine = { ...draft, id: crypto.randomUUID(), at: new Date().toISOString(), by: this.person.id }
    if (line.code !== undefined && line.code.length > 512) line.code = line.code.slice(0, 512)
    const verdict = this.judge.judge(line)
    if (verdict.code === 'code-ambiguous' && !draft.thing) {
      // Not a scan yet: which of them was meant is asked first.
      this.set({ asking: { kind: 'CHOOSE', draft, matches: verdict.facts.matches as Thing[] } })
      return this.say('OPEN', 'code-ambiguous', { label: shownCode(draft.code ?? '') })
    }
    const entry = await this.journal.add({
      id: line.id,
      userId: this.person.id,
      userName: this.person.name,
      line,
      verdict,
    })
    if (line.condition && line.condition !== 'GOOD') this.set({ condition: 'GOOD', note: '' })
    this.set({ tick: this.state.tick + 1 })
    const count = this.counted(line.kind, verdict.needs)
    this.told({
      key: line.id,
      tone: toneOf(verdict, count),
      code: verdict.code,
      facts: verdict.facts,
      label: verdict.thing?.label ?? shownCode(line.code ?? ''),
      name: verdict.thing?.name ?? '',
      thing: verdict.thing,
      count,
      message: '',
      entryId: entry.id,
    })
    void this.sender.kick()
  }

  private say(
    tone: Tone,
    code: string,
    { label, name = '', facts = {} }: { label: string; name?: string; facts?: object },
  ): void {
    this.told({
      key: crypto.randomUUID(),
      tone,
      code,
      facts: facts as Record<string, unknown>,
      label,
      name,
      thing: null,
      count: null,
      message: '',
      entryId: null,
    })
  }

  private told(told: Told): void {
    this.set({ told })
    this.tell(told)
  }

  /** The server has judged. Where it agrees nobody needs to hear it again. */
  private heard(answers: Answered<ScanAnswer>[]): void {
    for (const { id, state, answer, settled } of answers) {
      const { told } = this.state
      const wasOpen = told?.entryId === id && told.tone === 'OPEN'
      if (state === 'ACCEPTED' ? !wasOpen : settled) continue
      // Nothing was promised and the answer stands before the person's eyes: there is nothing left to decide.
      if (state === 'REFUSED' && wasOpen) void this.journal.settle([id])
      this.told({
        key: `${id}-answer`,
        tone: state === 'ACCEPTED' ? 'GOOD' : same.has(answer.code) ? 'SAME' : 'BAD',
        code: answer.code,
        facts: answer.facts,
        label: answer.thing?.label ?? (told?.entryId === id ? told.label : ''),
        name: answer.thing?.name ?? '',
        thing: answer.thing,
        count: this.counted(this.state.mode as ScanKind, answer.needs),
        message: answer.message,
        entryId: id,
      })
    }
    this.refreshSoon()
  }

  /** Sends a refused scan again as a new one, perhaps with a permission that it lacked. */
  again = (entry: ScanEntry, change: Partial<ScanLine> = {}): Promise<void> =>
    this.inTurn(async () => {
      // A second press finds it decided. Written first, so that nothing is lost in between.
      if (!(await this.journal.toDecide(this.person.id)).some((one) => one.id === entry.id)) return
      const { id: _id, at: _at, by: _by, ...draft } = entry.line
      await this.write({ ...draft, ...change })
      await this.journal.settle([entry.id])
    })

  settle = (entries: ScanEntry[]): Promise<void> => this.journal.settle(entries.map((one) => one.id))

  sendNow = (): Promise<void> => this.sender.kick()
}

export const canUndo = (entry: ScanEntry): boolean =>
  (entry.state === 'ACCEPTED' || (entry.state === 'WAITING' && entry.verdict.result === 'ACCEPTED')) &&
  entry.line.kind !== 'LOOK_UP' &&
  entry.line.kind !== 'UNDO' &&
  (entry.line.kind !== 'CHECK_IN' || (entry.line.condition ?? 'GOOD') === 'GOOD')

function toneOf(verdict: Verdict, count: Progress | null): Tone {
  if (verdict.result === 'OPEN') return 'OPEN'
  if (verdict.result === 'REFUSED') return same.has(verdict.code) ? 'SAME' : 'BAD'
  return count && count.of > 0 && count.done >= count.of ? 'COMPLETE' : 'GOOD'
}
