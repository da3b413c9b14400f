import { api } from '@/lib/api/client'
import type { Need } from './job'
import { looseOf, roomOf } from './job-copy'
import type { Judge } from './judge'
import { type Command, type ReadCode, readCode, shownCode } from './read-code'
import type { ScanCondition, ScanKind, Symbology, Thing } from './scan'
import type { Sheet } from './sheet'
import type { Draft, StationState, Tell } from './station-state'

/** What a reading turns to: the state of the station, its judge, its journal and its voice. */
export type Desk = {
  readonly eventId: string | null
  state: () => StationState
  set: (change: Partial<StationState>) => void
  judge: () => Judge
  addresses: () => string[]
  write: (draft: Draft) => Promise<void>
  say: Tell
  undoLast: () => Promise<void>
  nextJob: () => void
}

/** Makes scans of what was read, as the mode has it: asks how many, waits for a shelf or a case, obeys a card. */
export class Reading {
  private readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  async read(raw: string, symbology: Symbology): Promise<void> {
    const code = readCode(raw, this.desk.addresses())
    switch (code.kind) {
      case 'EMPTY':
        return
      case 'TOO_LONG':
        return this.desk.say('BAD', 'code-too-long', { label: shownCode(raw) })
      case 'COMMAND':
        return this.obey(code.command)
      case 'UNKNOWN_COMMAND':
        return this.desk.say('BAD', 'unknown-command', { label: code.text })
      default:
        return this.scan(code, raw.trim(), symbology)
    }
  }

  private async scan(code: ReadCode, raw: string, symbology: Symbology): Promise<void> {
    if (this.desk.state().asking?.kind === 'DAMAGE') await this.answerDamage(this.desk.state().note)
    // Which may ask how many were damaged.
    const { asking, mode } = this.desk.state()
    if (asking?.kind === 'QUANTITY') {
      const typed = /^[1-9]\d{0,5}$/.test(raw) && !this.known({ code: raw })
      if (typed) {
        this.desk.set({ asking: null })
        return this.desk.write({ ...asking.draft, quantity: Number(raw) })
      }
      // The same code once more counts one; anything else must not guess how many were meant.
      const again = asking.draft.code?.toUpperCase() === raw.toUpperCase()
      if (!again) return this.desk.say('BAD', 'quantity-first', piecesOf(asking.thing))
      this.desk.set({ asking: { ...asking, counted: asking.counted + 1 } })
      return this.desk.say('COMMAND', 'one-more', { ...piecesOf(asking.thing), facts: { count: asking.counted + 1 } })
    }
    if (asking?.kind === 'CHOOSE') this.desk.set({ asking: null })
    const draft: Draft = { kind: mode as ScanKind, code: raw, symbology }
    if (this.desk.state().binding) return this.bind(draft)
    if (mode === 'MOVE') return this.move(draft)
    if (mode === 'PACK') return this.packing(draft)
    if (mode === 'COUNT' || mode === 'LOAD' || mode === 'RECEIVE') return this.tickOff(draft)
    await this.onJob(draft, code.kind === 'FOREIGN' ? null : this.known(draft))
  }

  /** For the job, as was chosen before: onto which vehicle, in what condition. */
  private async onJob(draft: Draft, thing: Thing | null): Promise<void> {
    const { mode, back, vehicle, condition, note } = this.desk.state()
    if (mode === 'PREP' || mode === 'CHECK_OUT' || mode === 'CHECK_IN') {
      if (this.desk.eventId) draft.eventId = this.desk.eventId
    }
    if (mode === 'PREP' && back) draft.back = true
    if (mode === 'CHECK_OUT' && vehicle.trim()) draft.vehicle = vehicle.trim()
    if (mode === 'CHECK_IN' && condition !== 'GOOD') {
      draft.condition = condition
      if (note.trim()) draft.note = note.trim()
      else if (draft.condition === 'DAMAGED') return this.desk.set({ asking: { kind: 'DAMAGE', draft, thing } })
    }
    await this.countOrWrite(draft, thing)
  }

  /** Counted pieces are asked how many there are, unless a card or the pad said it before. */
  private async countOrWrite(draft: Draft, thing: Thing | null): Promise<void> {
    const counted = thing?.kind === 'PRODUCT' && draft.kind !== 'LOOK_UP'
    if (!counted) return this.desk.write(draft)
    const { quantity } = this.desk.state()
    if (quantity !== null) {
      this.desk.set({ quantity: null })
      return this.desk.write({ ...draft, quantity })
    }
    this.desk.set({ asking: { kind: 'QUANTITY', draft, thing, suggested: this.suggested(thing.id), counted: 1 } })
    this.desk.say('COMMAND', 'how-many', piecesOf(thing))
  }

  private suggested(productId: string): number | null {
    const { sheet } = this.desk.judge().job
    if (sheet) return suggestedOn(sheet, productId)
    const needs = this.desk.judge().job.needs.filter((one) => one.kind === 'PRODUCT' && one.subjectId === productId)
    const sum = (of: (need: Need) => number) => needs.reduce((all, one) => all + Math.max(0, of(one)), 0)
    const { mode, back } = this.desk.state()
    const left =
      mode === 'PREP' && back
        ? sum((one) => looseOf(one, 'picked'))
        : mode === 'CHECK_IN'
          ? sum((one) => one.out)
          : mode === 'CHECK_OUT'
            ? sum((one) => one.picked + Math.max(0, roomOf(one)))
            : sum(roomOf)
    return left > 0 ? left : null
  }

  /** What the copy knows of it. */
  private known(draft: Pick<Draft, 'code' | 'thing'>): Thing | null {
    try {
      return this.desk.judge().thingOf(this.desk.judge().find(draft))
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
    const { shelf, waiting } = this.desk.state()
    if (thing?.kind === 'LOCATION') {
      this.desk.set({ shelf: waiting.length > 0 ? null : thing, waiting: [] })
      if (waiting.length === 0) return this.desk.say('COMMAND', 'shelf-chosen', { label: thing.label, name: thing.name })
      for (const one of waiting) await this.desk.write(this.movedTo(one, thing.id))
      return
    }
    if (shelf) {
      if (!thing) return this.desk.write({ ...draft, locationId: shelf.id })
      if (thing.kind === 'PRODUCT') return this.movePieces(thing, shelf)
      return this.countOrWrite({ ...this.movedTo(thing, shelf.id), symbology: draft.symbology }, thing)
    }
    if (!thing) return this.desk.say('BAD', 'unknown-here', { label: shownCode(draft.code ?? '') })
    if (thing.kind === 'PRODUCT') return this.desk.say('BAD', 'shelf-first', piecesOf(thing))
    if (!waiting.some((one) => one.id === thing.id)) this.desk.set({ waiting: [...waiting, thing] })
    this.desk.say('COMMAND', 'which-shelf', { label: thing.label, name: thing.name })
  }

  /** Pieces tell nobody where they come from: that is known only where they lie in one place. */
  private movePieces(thing: Thing, shelf: Thing): Promise<void> | void {
    const places = this.desk.judge().job.needs.find((one) => one.kind === 'PRODUCT' && one.subjectId === thing.id)?.places ?? []
    const from = places.filter((one) => one.quantity > 0 && one.locationId !== shelf.id)
    if (from.length !== 1) return this.desk.say('BAD', 'pieces-by-hand', piecesOf(thing))
    return this.countOrWrite({ ...this.movedTo(thing, shelf.id), fromLocationId: from[0]!.locationId }, thing)
  }

  private async packing(draft: Draft): Promise<void> {
    const thing = await this.resolve(draft)
    const { box, back } = this.desk.state()
    if (!box || (thing?.kind === 'CASE' && thing.id === box.id)) {
      if (box) return this.desk.say('SAME', 'case-chosen', { label: box.label, name: box.name })
      if (thing?.kind !== 'CASE')
        return this.desk.say('BAD', thing ? 'case-first' : 'unknown-here', { label: thing?.label ?? shownCode(draft.code ?? '') })
      this.desk.set({ box: thing })
      if (thing.status === 'CLOSED') return this.desk.write({ ...draft, action: 'OPEN' })
      return this.desk.say('COMMAND', 'case-chosen', { label: thing.label, name: thing.name })
    }
    await this.countOrWrite({ ...draft, action: back ? 'OUT' : 'IN', caseId: box.id }, thing)
  }

  /** A shelf that is read says where what follows is found, or leaves. */
  private async tickOff(draft: Draft): Promise<void> {
    const { sheet, locations } = this.desk.judge().job
    const thing = this.known(draft)
    if (!sheet) return this.desk.write(draft)
    if (thing?.kind === 'LOCATION') {
      if (!locations?.some((one) => one.id === thing.id))
        return this.desk.say('BAD', 'place-outside', { label: thing.label, name: thing.name, facts: { sheet: sheet.number } })
      this.desk.set({ shelf: thing })
      return this.desk.say('COMMAND', 'shelf-chosen', { label: thing.label, name: thing.name })
    }
    const { shelf } = this.desk.state()
    const line: Draft = { ...draft, sheetId: sheet.id }
    if (shelf && sheet.kind === 'LOAD') {
      if (thing?.kind === 'PRODUCT') line.fromLocationId = shelf.id
    } else if (shelf) line.locationId = shelf.id
    if (thing?.kind === 'PRODUCT' && !shelf && this.severalPlaces(sheet, thing.id))
      return this.desk.say('BAD', 'which-place', piecesOf(thing))
    await this.countOrWrite(line, thing)
  }

  /** Then nobody could say which of them is meant. */
  private severalPlaces(sheet: Sheet, productId: string): boolean {
    if (sheet.kind === 'COUNT')
      return sheet.lines.filter((one) => one.subjectId === productId && one.locationId !== null).length > 1
    return sheet.kind === 'LOAD' && sheet.stock.filter((one) => one.productId === productId && one.quantity > 0).length > 1
  }

  /** A line of a sheet, by a tap: found where it is expected, or taken back. */
  async tickByHand(line: Draft): Promise<void> {
    const { sheet } = this.desk.judge().job
    if (!sheet) return
    const draft: Draft = { ...line, sheetId: sheet.id, symbology: 'TYPED' }
    if (draft.quantity !== undefined) await this.desk.write(draft)
    else await this.countOrWrite(draft, this.known(draft))
  }

  private movedTo = (thing: Thing, locationId: string): Draft => ({
    kind: 'MOVE',
    thing: { kind: thing.kind, id: thing.id },
    locationId,
  })

  /** A code waits for its thing, or a thing for its code; whichever comes first. */
  private async bind(draft: Draft): Promise<void> {
    const { binding } = this.desk.state()
    if (!binding) return
    if ('thing' in binding) {
      this.desk.set({ binding: null })
      const { kind, id } = binding.thing
      return this.desk.write({ ...draft, kind: 'BIND', thing: { kind, id } })
    }
    const thing = await this.resolve(draft)
    if (!thing) return this.desk.say('BAD', 'unknown-here', { label: shownCode(draft.code ?? '') })
    this.desk.set({ binding: null })
    await this.desk.write({ ...draft, kind: 'BIND', code: binding.code, thing: { kind: thing.kind, id: thing.id } })
  }

  async closeCase(): Promise<void> {
    const { box } = this.desk.state()
    if (!box) return this.desk.say('BAD', 'case-first', { label: '' })
    await this.desk.write({ kind: 'PACK', thing: { kind: 'CASE', id: box.id }, action: 'CLOSE' })
    this.desk.set({ box: null, back: false })
  }

  async answerQuantity(quantity: number): Promise<void> {
    const { asking } = this.desk.state()
    if (asking?.kind !== 'QUANTITY') return
    this.desk.set({ asking: null })
    await this.desk.write({ ...asking.draft, quantity })
  }

  /** Damage of what was read; an empty note is allowed, because a truck does not wait. */
  async answerDamage(note: string): Promise<void> {
    const { asking } = this.desk.state()
    if (asking?.kind !== 'DAMAGE') return
    this.desk.set({ asking: null, note: '', condition: 'GOOD' })
    await this.countOrWrite(note.trim() ? { ...asking.draft, note: note.trim() } : asking.draft, asking.thing)
  }

  /** Of several things that answer to one code, this was meant. */
  async pick(thing: Thing): Promise<void> {
    const { asking } = this.desk.state()
    if (asking?.kind !== 'CHOOSE') return
    this.desk.set({ asking: null })
    await this.countOrWrite({ ...asking.draft, thing: { kind: thing.kind, id: thing.id } }, thing)
  }

  /** A line of the list, taken by a tap because its label cannot be read. */
  async takeByHand(thing: { kind: Thing['kind']; id: string }): Promise<void> {
    const { mode } = this.desk.state()
    const draft: Draft = { kind: mode as ScanKind, thing, symbology: 'TYPED' }
    if (mode === 'MOVE') return this.move(draft)
    if (mode === 'PACK') return this.packing(draft)
    await this.onJob(draft, this.known(draft))
  }

  private async obey(command: Command): Promise<void> {
    switch (command.word) {
      case 'undo':
        return this.desk.undoLast()
      case 'quantity': {
        const { asking } = this.desk.state()
        if (asking?.kind === 'QUANTITY') {
          this.desk.set({ asking: null })
          return this.desk.write({ ...asking.draft, quantity: command.quantity })
        }
        this.desk.set({ quantity: command.quantity })
        return this.desk.say('COMMAND', 'quantity-set', { label: String(command.quantity), facts: { count: command.quantity } })
      }
      case 'good':
      case 'damaged':
      case 'missing': {
        const condition = command.word.toUpperCase() as ScanCondition
        if (this.desk.state().mode !== 'CHECK_IN') return this.desk.say('BAD', 'check-in-first', { label: '' })
        this.desk.set({ condition })
        return this.desk.say('COMMAND', `condition-${command.word}`, { label: '' })
      }
      case 'close-case':
        return this.closeCase()
      case 'next-job':
        this.desk.say('COMMAND', 'next-job', { label: '' })
        this.desk.nextJob()
    }
  }
}

/** Counted pieces are known by their name: the code on their bag tells nobody anything. */
const piecesOf = ({ label, name }: Thing) => (name ? { label: name, name: label } : { label })

/** Whoever counts is not told what to find; what arrives is compared with a list anyway. */
function suggestedOn(sheet: Sheet, productId: string): number | null {
  if (sheet.kind !== 'RECEIVE') return null
  const sent = sheet.lines.filter((one) => one.subjectId === productId && !one.settled).reduce((n, one) => n + one.expected, 0)
  const came = sheet.ticks.filter((one) => one.subjectId === productId).reduce((n, one) => n + one.quantity, 0)
  return sent > came ? sent - came : null
}
