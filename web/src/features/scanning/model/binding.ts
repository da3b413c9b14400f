import type { Effects } from './effects'
import type { Found, JobCopy } from './job-copy'
import { readCode } from './read-code'
import { Open, Refused } from './refusals'
import type { ScanLine } from './scan'

/** As long as other codes of assets and cases may be. */
const CODE_MAX = 100
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A code that stands for nothing yet, or is somebody else's, is bound to a thing of ours. */
export class Binding {
  private readonly copy: JobCopy
  private readonly mayBind: boolean

  constructor(copy: JobCopy, mayBind: boolean) {
    this.copy = copy
    this.mayBind = mayBind
  }

  bind(line: ScanLine, thing: Found, effects: Effects): string {
    if (!this.mayBind) throw new Refused('permission-gone', { permission: 'LABEL_PRINT' })
    const code = line.code!.trim()
    const meant = this.meant(code)
    if (meant?.id === thing.id) return 'bound'
    if (meant) {
      const { kind, id, label } = this.copy.thingOf(meant)
      throw new Refused('code-taken', { kind, id, label })
    }
    // A label that was printed ahead may stand on a place; which labels those are the server knows.
    if (thing.kind !== 'ASSET' && thing.kind !== 'CASE') throw new Open('wrong-kind')
    const ours = readCode(code, this.copy.job.addresses).kind === 'THING' || uuid.test(code)
    if (ours) throw new Open('unknown-code')
    if (code.length > CODE_MAX) throw new Refused('code-too-long', { length: code.length })
    this.copy.bind(code, thing, effects)
    return 'bound'
  }

  /** What the code stands for by this copy; null for nothing, or somebody else's. */
  private meant(code: string): Found | null {
    try {
      return this.copy.find({ code })
    } catch (refusal) {
      if (refusal instanceof Open) return null
      if (refusal instanceof Refused && refusal.code === 'foreign-instance') return null
      if (refusal instanceof Refused && refusal.code === 'code-ambiguous') throw new Refused('code-taken', refusal.facts)
      throw refusal
    }
  }
}
