import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { held } from '@/offline/held'
import { heldJobKey, heldJobs, holdJob } from './held-jobs'
import { type Job, withDelta } from './job'

const file = join(process.cwd(), '../docs/specs/scanning-cases.json')
const { jobs } = JSON.parse(readFileSync(file, 'utf8')) as { jobs: Record<string, Job> }
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString()
const job = (id: string, to: string): Job => ({ ...jobs.prep!, event: { ...jobs.prep!.event, id, to } })

describe('copies of jobs on a device', () => {
  it('are thrown away when nobody looked for a month, and a week after the job, whosever they are', async () => {
    await holdJob('ana', job('now', daysAgo(-3)), 0, daysAgo(2))
    await holdJob('ana', job('forgotten', daysAgo(-3)), 0, daysAgo(31))
    await holdJob('ana', job('late', daysAgo(20)), 0, daysAgo(1))
    await holdJob('ana', job('over', daysAgo(8)), 0, daysAgo(8))
    await holdJob('ben', job('over', daysAgo(8)), 0, daysAgo(8))
    expect((await heldJobs('ana')).map((one) => one.eventId).sort()).toEqual(['late', 'now'])
    expect(await held.get('ana', heldJobKey('over'))).toBeUndefined()
    expect(await held.get('ben', heldJobKey('over'))).toBeUndefined()
    expect(await held.get('ana', heldJobKey('now'))).toBeDefined()
  })

  it('show in a list what their heads say', async () => {
    await holdJob('cem', job('one', daysAgo(-3)), 0, daysAgo(0))
    expect(await heldJobs('cem')).toMatchObject([{ eventId: 'one', number: 'E-0007', phase: 'PREP', wanted: 28, out: 0 }])
  })

  it('follow what was packed and unpacked where it stood', () => {
    const old = jobs.prep!
    const box = { ...old.cases.find((one) => one.number === 'FC-0002')!, assetIds: [old.assets[1]!.id] }
    const packed = old.assets.find((one) => one.number === 'SM-034')!
    const next = withDelta(old, { ...old, delta: true, assets: [], codes: [], cases: [box] })
    expect(next.assets.find((one) => one.id === packed.id)!.caseId).toBeNull()
    expect(next.assets.find((one) => one.id === old.assets[1]!.id)!.caseId).toBe(box.id)
    // A case that was not told of keeps what it holds.
    expect(next.assets.find((one) => one.number === 'SM-031')!.caseId).not.toBeNull()
  })
})
