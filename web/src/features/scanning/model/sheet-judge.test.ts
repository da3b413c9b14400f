import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Caller, Judge } from './judge'
import type { Facts, ScanLine } from './scan'
import { jobOfSheet, type SheetCopy } from './sheet'

type Example = {
  title: string
  sheet: string
  caller: Caller
  scans: ScanLine[]
  answers: { result: string; code: string; facts?: Facts; warnings?: string[] }[]
}
const file = join(process.cwd(), '../docs/specs/scanning-sheet-cases.json')
const { sheets, cases } = JSON.parse(readFileSync(file, 'utf8')) as { sheets: Record<string, SheetCopy>; cases: Example[] }

describe('the judge of counts and transfers on a device answers as the server does', () => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { sheet, caller, scans, answers }) => {
    const judge = new Judge(jobOfSheet(structuredClone(sheets[sheet]!)), caller)
    scans.forEach((scan, at) => {
      const before = JSON.stringify(judge.job)
      const { result, code, facts, warnings } = judge.judge(scan)
      const wanted = answers[at]!
      expect([result === 'OPEN' ? 'REFUSED' : result, code], `scan ${at}`).toEqual([wanted.result, wanted.code])
      if (result !== 'ACCEPTED') expect(JSON.stringify(judge.job), `scan ${at}`).toBe(before)
      if (result === 'OPEN') return
      expect(facts, `scan ${at}`).toMatchObject(wanted.facts ?? {})
      if (wanted.warnings) expect(warnings, `scan ${at}`).toEqual(wanted.warnings)
    })
  })
})
