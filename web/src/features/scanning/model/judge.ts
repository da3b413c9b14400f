import { Binding } from './binding'
import { Carrying } from './carrying'
import { Coming } from './coming'
import { Counting } from './counting'
import { Effects } from './effects'
import { Going } from './going'
import type { Job, Need } from './job'
import { type Found, JobCopy } from './job-copy'
import { Placing } from './placing'
import { QUANTITY_MAX } from './read-code'
import { Open, Refused } from './refusals'
import type { NeedCount, ScanLine, Thing, Verdict } from './scan'

export type Caller = { userId: string; permissions: readonly string[] }

const phases = { PREP: ['PREP', 'LOAD_OUT', 'ON_SITE'], CHECK_OUT: ['LOAD_OUT', 'ON_SITE'] }
const NOTE_MAX = 1_000
const VEHICLE_MAX = 100
const ticksOff = ({ kind }: ScanLine) => kind === 'COUNT' || kind === 'LOAD' || kind === 'RECEIVE'
const countOf = ({ key, wanted, picked, out, back, missing }: Need): NeedCount => ({ key, wanted, picked, out, back, missing })

/**
 * Judges scans on a copy of one job, or of none, by the rules of docs/specs/scanning.md; `scanning-cases.json` holds this and the
 * server to the same answers. A scan that is accepted changes the copy, a refused one leaves it as it was.
 */
export class Judge {
  private readonly copy: JobCopy
  private readonly caller: Caller
  private readonly going: Going
  private readonly coming: Coming
  private readonly placing: Placing
  private readonly binding: Binding
  private readonly counting: Counting
  private readonly carrying: Carrying
  private readonly done: { line: ScanLine; effects: Effects }[] = []
  private readonly undone = new Set<string>()
  private readonly answered = new Map<string, Verdict>()

  /** The job is changed by what is judged: pass a copy of one's own. */
  constructor(job: Job, caller: Caller) {
    this.caller = caller
    this.copy = new JobCopy(job)
    this.going = new Going(this.copy, this.may('SCAN_ADD'))
    this.coming = new Coming(this.copy)
    this.placing = new Placing(this.copy)
    this.binding = new Binding(this.copy, this.may('LABEL_PRINT'))
    this.counting = new Counting(this.copy)
    this.carrying = new Carrying(this.copy)
  }

  get job(): Job {
    return this.copy.job
  }

  find(line: Pick<ScanLine, 'code' | 'thing'>): Found {
    return this.copy.find(line)
  }

  thingOf(found: Found): Thing {
    return this.copy.thingOf(found)
  }

  judge(line: ScanLine): Verdict {
    const before = this.answered.get(line.id)
    if (before) return before
    const effects = new Effects()
    let found: Found | null = null
    let verdict: Verdict
    try {
      this.check(line)
      if (line.kind === 'UNDO') {
        found = this.takeBack(line, effects)
        verdict = this.accepted('undone', found, effects)
      } else {
        this.checkEvent(line)
        if (ticksOff(line)) this.counting.check(line)
        found = this.copy.find(line)
        verdict = this.accepted(this.decide(line, found, effects), found, effects)
        if (line.kind !== 'LOOK_UP') this.done.push({ line, effects })
      }
    } catch (refusal) {
      effects.undo()
      const thing = found ? this.copy.thingOf(found) : null
      if (refusal instanceof Open) {
        verdict = { result: 'OPEN', code: refusal.code, facts: {}, thing, needs: [], warnings: [] }
      } else if (refusal instanceof Refused) {
        verdict = { result: 'REFUSED', code: refusal.code, facts: refusal.facts, thing, needs: [], warnings: [] }
      } else throw refusal
    }
    this.answered.set(line.id, verdict)
    return verdict
  }

  private accepted(code: string, found: Found | null, effects: Effects): Verdict {
    return {
      result: 'ACCEPTED',
      code,
      facts: effects.facts,
      thing: found && this.copy.thingOf(found),
      needs: [...effects.needs].map(countOf),
      warnings: effects.warnings,
    }
  }

  private may(permission: string): boolean {
    return this.caller.permissions.includes(permission)
  }

  private check(line: ScanLine): void {
    const bad = (field: string) => new Refused('bad-scan', { field })
    if (line.by !== undefined && line.by !== this.caller.userId) throw new Refused('another-person')
    if (!this.may('SCAN')) throw new Refused('permission-gone', { permission: 'SCAN' })
    if (line.kind === 'UNDO') {
      if (!line.undoes) throw bad('undoes')
      return
    }
    const { quantity = 1 } = line
    if (!line.code?.trim() && !line.thing) throw bad('code')
    if (!(Number.isInteger(quantity) && quantity >= 1 && quantity <= QUANTITY_MAX)) throw bad('quantity')
    if ((line.vehicle?.length ?? 0) > VEHICLE_MAX) throw bad('vehicle')
    if ((line.note?.length ?? 0) > NOTE_MAX) throw bad('note')
    if ((line.kind === 'PREP' || line.kind === 'CHECK_OUT') && !line.eventId) throw bad('eventId')
    if (line.kind === 'BIND' && !line.thing) throw bad('thing')
    if (line.kind === 'BIND' && !line.code?.trim()) throw bad('code')
    if (line.kind === 'PACK' && !line.action) throw bad('action')
    if (ticksOff(line) && !line.sheetId) throw bad('sheetId')
    if (line.kind === 'PACK' && (line.action === 'IN' || line.action === 'OUT') && !line.caseId) throw bad('caseId')
  }

  private checkEvent(line: ScanLine): void {
    if (line.kind !== 'PREP' && line.kind !== 'CHECK_OUT') return
    if (line.eventId !== this.copy.job.event.id) throw new Open('unknown-event')
    this.checkPhase(phases[line.kind])
    const { check } = this.copy.job.event
    if (line.kind === 'CHECK_OUT' && check?.wanted && !check.at) throw new Refused('prep-unchecked', { numbers: [] })
  }

  private checkPhase(allowed: string[]): void {
    if (!allowed.includes(this.copy.job.event.phase)) {
      throw new Refused('event-phase-forbids', { phase: this.copy.job.event.phase, phases: allowed })
    }
  }

  private decide(line: ScanLine, found: Found, effects: Effects): string {
    switch (line.kind) {
      case 'LOOK_UP':
        return 'looked-up'
      case 'PREP':
        return line.back ? this.going.unpick(line, found, effects) : this.going.take(line, found, effects, 'picked')
      case 'CHECK_OUT':
        return this.going.take(line, found, effects, 'out')
      case 'CHECK_IN':
        return this.coming.checkIn(line, found, effects)
      case 'MOVE':
        return this.placing.move(line, found, effects)
      case 'PACK':
        return this.placing.pack(line, found, effects)
      case 'BIND':
        return this.binding.bind(line, found, effects)
      case 'COUNT':
        return this.counting.judge(line, found, effects)
      case 'LOAD':
        return this.carrying.load(line, found, effects)
      case 'RECEIVE':
        return this.carrying.receive(line, found, effects)
      case 'UNDO':
        throw new Open('unknown-code')
    }
  }

  private takeBack(line: ScanLine, effects: Effects): Found {
    const at = this.done.findIndex((one) => one.line.id === line.undoes)
    if (at < 0) {
      const before = this.answered.get(line.undoes!)
      if (!before || before.result === 'OPEN') throw new Open('not-undoable')
      throw new Refused('not-undoable', { why: this.undone.has(line.undoes!) ? 'undone' : 'nothing-done' })
    }
    const undone = this.done[at]!
    // What this device did is known here; what came between from elsewhere the server knows.
    const overtaken = new Refused('not-undoable', { why: 'overtaken' })
    if (undone.line.kind === 'CHECK_IN' && (undone.line.condition ?? 'GOOD') !== 'GOOD') throw overtaken
    const things = [...undone.effects.touched].filter((id) => !this.copy.needs.has(id))
    if (this.done.slice(at + 1).some((one) => things.some((id) => one.effects.touched.has(id)))) throw overtaken
    if (undone.line.back) this.checkPhase(phases.PREP)
    const found = this.copy.find(undone.line)
    this.done.splice(at, 1)
    this.undone.add(undone.line.id)
    effects.also(() => {
      this.done.splice(at, 0, undone)
      this.undone.delete(undone.line.id)
    })
    undone.effects.reverse(effects)
    return found
  }
}
