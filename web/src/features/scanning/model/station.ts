import { announceSignedOut } from '@/lib/session'
import type { Answered } from '@/offline/journal'
import type { Sender } from '@/offline/sender'
import { damagePhotos } from './damage-photos'
import type { Tone } from './feedback'
import { HeldJob } from './held-job'
import type { Mode } from './modes'
import { type Progress, progressOf } from './progress'
import { shownCode } from './read-code'
import { Reading } from './reading'
import type { NeedCount, ScanAnswer, ScanKind, ScanLine, Symbology, Thing, Verdict } from './scan'
import { type ScanEntry, type ScanJournal, scanJournal, senderOf } from './scan-journal'
import type { SheetRef } from './sheet'
import { type Draft, type Person, type StationState, startingState, type Tell, type Told } from './station-state'

const RECENT = 30
/** Refusals that change nothing because it is so already. */
const same = new Set([
  'already-picked',
  'already-out',
  'not-out',
  'not-picked',
  'already-counted',
  'not-counted',
  'already-on-sheet',
])

/**
 * Where scans come together: camera, hand scanner, number pad and card of commands go in; each scan is in the journal before anything is
 * said of it, is judged on the copy of the job, and is sent when there is a network.
 */
export class Station {
  state: StationState
  readonly journal: ScanJournal
  private readonly person: Person
  private readonly sender: Sender<ScanLine, Verdict, ScanAnswer>
  private readonly listeners = new Set<() => void>()
  private readonly tell: (told: Told) => void
  private readonly held: HeldJob
  private readonly reading: Reading
  /** Scans that were refused here and that the server has not judged yet. */
  private readonly denied = new Set<string>()
  private settling: Promise<void> = Promise.resolve()
  private turn: Promise<unknown> = Promise.resolve()
  private stops: (() => void)[] = []
  private closed = false

  constructor(options: {
    person: Person
    eventId: string | null
    sheet?: SheetRef | null
    mode: Mode
    addresses: string[]
    journal?: ScanJournal
    /** What is heard, felt and spoken. */
    tell?: (told: Told) => void
  }) {
    this.person = options.person
    this.journal = options.journal ?? scanJournal()
    this.tell = options.tell ?? (() => {})
    this.state = startingState(options.mode)
    this.held = new HeldJob({
      eventId: options.eventId,
      sheet: options.sheet ?? null,
      person: this.person,
      addresses: options.addresses,
      journal: this.journal,
      busy: () => this.sender.state !== 'IDLE',
      inTurn: (work) => this.inTurn(work),
      tell: (change) => this.set(change.job ? { ...change, tick: this.state.tick + 1 } : change),
    })
    this.reading = new Reading({
      eventId: options.eventId,
      state: () => this.state,
      set: (change) => this.set(change),
      judge: () => this.held.judge,
      addresses: () => this.held.addressesNow(),
      write: async (draft) => void (await this.write(draft)),
      say: this.say,
      undoLast: () => this.undoLast(),
      nextJob: () => {
        for (const listener of this.nextJob) listener()
      },
    })
    this.sender = senderOf(this.journal, this.person.id, {
      onChange: () => {
        this.set({ sender: this.sender.state })
        if (this.sender.state === 'IDLE') this.held.idle()
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

  /** Opens the copy on this device, then asks the server for what changed; answers how to stop. */
  start(): () => void {
    this.closed = false
    this.stops = [
      this.journal.onChange(() => void this.recount()),
      this.journal.onAnswers((answers) => this.heard(answers)),
      damagePhotos().onChange(() => void this.recountPhotos()),
      this.sender.start(),
    ]
    void this.recount()
    void this.sendPhotos()
    void this.held.open()
    return () => {
      this.closed = true
      this.held.close()
      for (const stop of this.stops) stop()
    }
  }

  /** Asks for what changed; without a network the copy stays as it is. */
  refresh = (): Promise<void> => this.held.refresh()

  refreshSoon = (): void => this.held.refreshSoon()

  private async recount(): Promise<void> {
    // What is decided by itself must not come up for a moment as if somebody had to.
    await null
    await this.settling
    const [count, recent, conflicts] = await Promise.all([
      this.journal.count(this.person.id),
      this.journal.recent(this.person.id, RECENT),
      this.journal.toDecide(this.person.id),
    ])
    if (!this.closed) this.set({ count, recent, conflicts })
  }

  private async recountPhotos(): Promise<void> {
    const photosWaiting = await damagePhotos().waiting(this.person.id)
    if (!this.closed) this.set({ photosWaiting })
  }

  private sendPhotos(): Promise<void> {
    return damagePhotos().send(this.person.id, this.journal)
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  choose(
    change: Partial<
      Pick<
        StationState,
        'mode' | 'back' | 'quantity' | 'condition' | 'note' | 'photos' | 'vehicle' | 'shelf' | 'waiting' | 'box' | 'binding'
      >
    >,
  ) {
    const left =
      change.mode && change.mode !== this.state.mode
        ? { shelf: null, waiting: [], box: null, binding: null, photos: [], back: false, condition: 'GOOD' as const }
        : {}
    this.set({ ...left, ...change })
  }

  /** Something was read, by whatever means. Codes wait for each other. */
  read = (raw: string, symbology: Symbology): Promise<void> => this.inTurn(() => this.reading.read(raw, symbology))

  closeCase = (): Promise<void> => this.inTurn(() => this.reading.closeCase())

  answerQuantity = (quantity: number): Promise<void> => this.inTurn(() => this.reading.answerQuantity(quantity))

  sayDamage = (note: string): Promise<void> => this.inTurn(() => this.reading.answerDamage(note))

  pick = (thing: Thing): Promise<void> => this.inTurn(() => this.reading.pick(thing))

  /** Nothing of what was asked about is written down. */
  dismiss = (): void => this.set({ asking: null, photos: [] })

  takeByHand = (thing: { kind: Thing['kind']; id: string }): Promise<void> => this.inTurn(() => this.reading.takeByHand(thing))

  tickByHand = (line: Draft): Promise<void> => this.inTurn(() => this.reading.tickByHand(line))

  undo = (entry: ScanEntry): Promise<void> => this.inTurn(async () => void (await this.write({ kind: 'UNDO', undoes: entry.id })))

  private async undoLast(): Promise<void> {
    const recent = await this.journal.recent(this.person.id, RECENT)
    const undone = new Set(recent.map((one) => one.line.undoes))
    const last = recent.find((one) => canUndo(one) && !undone.has(one.id))
    if (!last) return this.say('BAD', 'nothing-to-undo', { label: '' })
    await this.write({ kind: 'UNDO', undoes: last.id })
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
  private async write(draft: Draft): Promise<string | null> {
    const line: ScanLine = { ...draft, id: crypto.randomUUID(), at: new Date().toISOString(), by: this.person.id }
    if (line.code !== undefined && line.code.length > 512) line.code = line.code.slice(0, 512)
    const verdict = this.held.judge.judge(line)
    if (verdict.code === 'code-ambiguous' && !draft.thing) {
      // Not a scan yet: which of them was meant is asked first.
      this.set({ asking: { kind: 'CHOOSE', draft, matches: verdict.facts.matches as Thing[] } })
      this.say('OPEN', 'code-ambiguous', { label: shownCode(draft.code ?? '') })
      return null
    }
    if (verdict.result === 'REFUSED') this.denied.add(line.id)
    const entry = await this.journal.add({
      id: line.id,
      userId: this.person.id,
      userName: this.person.name,
      line,
      verdict,
    })
    const photos = line.condition === 'DAMAGED' ? this.state.photos : []
    if (line.condition && line.condition !== 'GOOD') this.set({ condition: 'GOOD', note: '', photos: [] })
    this.set({ tick: this.state.tick + 1 })
    const count = this.counted(line.kind, verdict.needs) ?? ofSheet(verdict)
    this.told({
      key: line.id,
      tone: toneOf(verdict, count),
      code: saidOf(verdict),
      facts: verdict.facts,
      label: verdict.thing?.label ?? shownCode(line.code ?? ''),
      name: verdict.thing?.name ?? '',
      thing: verdict.thing,
      quantity: line.quantity ?? null,
      count,
      message: '',
      entryId: entry.id,
    })
    if (photos.length > 0) await this.keepPhotos(entry.id, photos)
    void this.sender.kick()
    return entry.id
  }

  private async keepPhotos(scanId: string, photos: Blob[]): Promise<void> {
    if (!(await damagePhotos().keep(scanId, this.person.id, photos))) this.say('BAD', 'photo-not-kept', { label: '' })
  }

  private say: Tell = (tone, code, { label, name = '', facts = {} }) =>
    this.told({
      key: crypto.randomUUID(),
      tone,
      code,
      facts: facts as Record<string, unknown>,
      label,
      name,
      thing: null,
      quantity: null,
      count: null,
      message: '',
      entryId: null,
    })

  private told(told: Told): void {
    this.set({ told })
    this.tell(told)
  }

  /** The server has judged. Where it agrees nobody needs to hear it again. */
  private heard(answers: Answered<ScanAnswer>[]): void {
    for (const { id, state, answer, settled } of answers) {
      const { told } = this.state
      const afterAll = this.denied.delete(id) && state === 'ACCEPTED'
      const wasOpen = told?.entryId === id && told.tone === 'OPEN'
      // The copy here was behind: whoever was told no must not put aside what counts as taken.
      if (state === 'ACCEPTED' ? !wasOpen && !afterAll : settled) {
        // Refused here and there: the server knows better why, and by whom and when.
        if (state === 'REFUSED' && told?.entryId === id) {
          const { code, facts, message } = answer
          this.set({ told: { ...told, tone: same.has(code) ? 'SAME' : 'BAD', code, facts, message } })
        }
        continue
      }
      // Nothing was promised and the answer stands before the person's eyes: there is nothing left to decide.
      if (state === 'REFUSED' && wasOpen) this.settling = this.journal.settle([id]).catch(() => undefined)
      const code = saidOf({ ...answer, result: state })
      this.told({
        key: `${id}-answer`,
        tone: state !== 'ACCEPTED' ? (same.has(answer.code) ? 'SAME' : 'BAD') : code === answer.code ? 'GOOD' : 'OPEN',
        code,
        facts: answer.facts,
        label: answer.thing?.label ?? (told?.entryId === id ? told.label : ''),
        name: answer.thing?.name ?? '',
        thing: answer.thing,
        quantity: told?.entryId === id ? told.quantity : null,
        // Of another job the count would be taken for one of this.
        count: answer.warnings.includes('other-event') ? null : this.counted(this.state.mode as ScanKind, answer.needs),
        message: answer.message,
        entryId: id,
      })
    }
    this.refreshSoon()
    void this.sendPhotos()
  }

  /** Sends a refused scan again as a new one, perhaps with a permission that it lacked. */
  again = (entry: ScanEntry, change: Partial<ScanLine> = {}): Promise<void> =>
    this.inTurn(async () => {
      // A second press finds it decided. Written first, so that nothing is lost in between.
      if (!(await this.journal.toDecide(this.person.id)).some((one) => one.id === entry.id)) return
      const { id: _id, at: _at, by: _by, ...draft } = entry.line
      const id = await this.write({ ...draft, ...change })
      if (id) await damagePhotos().move(entry.id, id)
      await this.journal.settle([entry.id])
    })

  /** Takes what was just refused after all, in the stead of what is lacking or besides the list, as a scan of its own. */
  takeAfterAll = (how: { insteadOf: string } | { add: true }): Promise<void> =>
    this.inTurn(async () => {
      const { told } = this.state
      const entry = told?.entryId ? await this.journal.find(told.entryId) : undefined
      if (!entry || entry.line.insteadOf || entry.line.add) return
      const { id: _id, at: _at, by: _by, ...draft } = entry.line
      await this.write({ ...draft, ...how })
      await this.journal.settle([entry.id])
    })

  settle = async (entries: ScanEntry[]): Promise<void> => {
    await this.journal.settle(entries.map((one) => one.id))
    void this.sendPhotos()
  }

  sendNow = (): Promise<void> => this.sender.kick()
}

export const canUndo = (entry: ScanEntry): boolean =>
  (entry.state === 'ACCEPTED' || (entry.state === 'WAITING' && entry.verdict.result === 'ACCEPTED')) &&
  entry.line.kind !== 'LOOK_UP' &&
  entry.line.kind !== 'UNDO' &&
  (entry.line.kind !== 'CHECK_IN' || (entry.line.condition ?? 'GOOD') === 'GOOD')

/** Of counted pieces at one place. */
function ofSheet({ facts: { found, expected } }: Verdict): Progress | null {
  return typeof found === 'number' && typeof expected === 'number' ? { done: found, of: expected } : null
}

const warned = new Set(['counted', 'arrived', 'checked-in', 'checked-out', 'picked'])

/** What is more than expected, or not expected at all, is said with what was done. */
const saidOf = ({ result, code, warnings }: Pick<Verdict, 'result' | 'code' | 'warnings'>): string =>
  result === 'ACCEPTED' && warnings[0] && warned.has(code) ? warnings[0] : code

function toneOf(verdict: Verdict, count: Progress | null): Tone {
  if (verdict.result === 'OPEN') return 'OPEN'
  if (verdict.result === 'REFUSED') return same.has(verdict.code) ? 'SAME' : 'BAD'
  if (saidOf(verdict) !== verdict.code) return 'OPEN'
  return count && count.of > 0 && count.done >= count.of ? 'COMPLETE' : 'GOOD'
}
