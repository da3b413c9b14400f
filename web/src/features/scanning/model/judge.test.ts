import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Job } from './job'
import { type Caller, Judge } from './judge'
import type { Facts, NeedCount, ScanLine, Thing } from './scan'

type Example = {
  title: string
  job: string
  caller: Caller
  scans: ScanLine[]
  answers: {
    result: string
    code: string
    facts?: Facts
    warnings?: string[]
    needs?: Partial<NeedCount>[]
    thing?: Partial<Thing>
  }[]
}
const file = join(process.cwd(), '../docs/specs/scanning-cases.json')
const { jobs, cases } = JSON.parse(readFileSync(file, 'utf8')) as { jobs: Record<string, Job>; cases: Example[] }

describe('the judge on a device answers as the server does', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { job, caller, scans, answers }) => {
    const judge = new Judge(structuredClone(jobs[job]!), caller)
    scans.forEach((scan, at) => {
      const { result, code, facts, warnings, needs, thing } = judge.judge(scan)
      const wanted = answers[at]!
      // What the copy does not know stays open here, and is refused there.
      expect([result === 'OPEN' ? 'REFUSED' : result, code], `scan ${at}`).toEqual([wanted.result, wanted.code])
      if (result === 'OPEN') return
      expect(facts, `scan ${at}`).toMatchObject(wanted.facts ?? {})
      if (wanted.thing) expect(thing, `scan ${at}`).toMatchObject(wanted.thing)
      if (wanted.warnings) expect(warnings, `scan ${at}`).toEqual(wanted.warnings)
      if (wanted.needs) expect(needs, `scan ${at}`).toMatchObject(wanted.needs)
    })
  })

  it('leaves everything as it was when it refuses', () => {
    for (const { job, caller, scans } of cases) {
      const judge = new Judge(structuredClone(jobs[job]!), caller)
      for (const scan of scans) {
        const before = JSON.stringify({ ...judge.job, needs: judge.job.needs.filter((one) => !one.extra) })
        const { result } = judge.judge(scan)
        const after = JSON.stringify({ ...judge.job, needs: judge.job.needs.filter((one) => !one.extra) })
        if (result !== 'ACCEPTED') expect(after).toBe(before)
      }
    }
  })

  it('makes nothing ready again for an event that is not prepared any more', () => {
    const job = structuredClone(jobs.prep!)
    const judge = new Judge(job, { userId: 'ana', permissions: ['SCAN'] })
    const line = { at: '', by: 'ana', eventId: job.event.id, code: 'SM-002' } as const
    judge.judge({ ...line, id: '1', kind: 'PREP' })
    expect(judge.judge({ ...line, id: '2', kind: 'PREP', back: true }).code).toBe('unpicked')
    job.event.phase = 'CONFIRMED'
    expect(judge.judge({ id: '3', kind: 'UNDO', at: '', by: 'ana', undoes: '2' }).code).toBe('event-phase-forbids')
  })

  it('answers the same id the same, and counts it once', () => {
    const { job, caller, scans } = cases.find((one) => one.title.startsWith('Counted pieces fill'))!
    const judge = new Judge(structuredClone(jobs[job]!), caller)
    const first = judge.judge(scans[0]!)
    const counts = JSON.stringify(judge.job.needs)
    expect(judge.judge(scans[0]!)).toBe(first)
    expect(JSON.stringify(judge.job.needs)).toBe(counts)
  })
})
