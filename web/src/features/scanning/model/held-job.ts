import { isProblem, type Problem } from '@/lib/api/problem'
import { announceSignedOut } from '@/lib/session'
import { held } from '@/offline/held'
import { downloadJob, downloadSheet } from '../api/scanning'
import { heldJobKey, holdJob } from './held-jobs'
import { heldSheetKey, holdSheet } from './held-sheets'
import { type Job, noJob, withDelta } from './job'
import { Judge } from './judge'
import type { ScanJournal } from './scan-journal'
import { jobOfSheet, type SheetRef } from './sheet'
import type { Person } from './station-state'

/** Many scans are one question; a server that takes long is asked less often. */
const REFRESH_PAUSE = 700
const REFRESH_PAUSE_MAX = 3_000
const REFRESH_SHARE = 4
/** As many as are sent at once: of more nobody can have lost the answer. */
const ASKED_MAX = 50

/** The copy of a job on this device, kept up with the server's, and the judge on it. */
export class HeldJob {
  judge: Judge
  private readonly eventId: string | null
  private readonly sheet: SheetRef | null
  private readonly person: Person
  private readonly addresses: string[]
  private readonly journal: ScanJournal
  /** Whether scans are under way, so that nobody knows what a copy holds. */
  private readonly busy: () => boolean
  private readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  private readonly tell: (change: { job?: Job; heldAt?: string; kept?: boolean; problem?: Problem | null }) => void
  /** Of the copy, before what was scanned since. */
  private base: Job | null = null
  private refreshTimer: ReturnType<typeof setTimeout> | undefined
  private asking: Promise<void> | undefined
  /** Not before, in the browser's own time. */
  private askNext = 0
  private closed = false
  /** A copy came while scans were under way, and was not taken. */
  private missed = false

  constructor(options: {
    eventId: string | null
    sheet: SheetRef | null
    person: Person
    addresses: string[]
    journal: ScanJournal
    busy: () => boolean
    inTurn: <T>(work: () => Promise<T>) => Promise<T>
    tell: (change: { job?: Job; heldAt?: string; kept?: boolean; problem?: Problem | null }) => void
  }) {
    this.eventId = options.eventId
    this.sheet = options.sheet
    this.person = options.person
    this.addresses = options.addresses
    this.journal = options.journal
    this.busy = options.busy
    this.inTurn = options.inTurn
    this.tell = options.tell
    this.judge = this.judgeOn(noJob(this.addresses))
  }

  private judgeOn(job: Job): Judge {
    return new Judge(job, { userId: this.person.id, permissions: this.person.permissions })
  }

  addressesNow = (): string[] => [...this.addresses, ...(this.base?.addresses ?? [])]

  close(): void {
    this.closed = true
    this.forgetTimer()
  }

  private forgetTimer(): void {
    clearTimeout(this.refreshTimer)
    this.refreshTimer = undefined
  }

  /** Nothing is under way any more. */
  idle(): void {
    if (!this.missed) return
    this.missed = false
    this.refreshSoon()
  }

  /** Under which name the copy is held; null where there is none. */
  private get key(): string | null {
    return this.sheet ? heldSheetKey(this.sheet) : this.eventId ? heldJobKey(this.eventId) : null
  }

  /** A job tells what changed since, a sheet is told whole. */
  private async download(): Promise<Job> {
    if (this.sheet) return jobOfSheet(await downloadSheet(this.sheet))
    const sent = (await this.journal.toSend(this.person.id, ASKED_MAX)).map((one) => one.id)
    return withDelta(this.base ?? undefined, await downloadJob(this.eventId!, { since: this.base?.version, sent }))
  }

  private keep(value: Job, covers: number, heldAt: string): Promise<boolean> {
    return this.sheet
      ? holdSheet(this.person.id, this.sheet, value, covers, heldAt)
      : holdJob(this.person.id, value, covers, heldAt)
  }

  async open(): Promise<void> {
    this.closed = false
    if (this.key) {
      const copy = await held.get<Job>(this.person.id, this.key)
      await this.inTurn(async () => {
        if (copy && !this.base) await this.rebuild(copy.value, copy.covers, copy.heldAt, true)
      })
    }
    await this.refresh()
  }

  /** Asks for what changed; without a network the copy stays as it is. */
  refresh = async (): Promise<void> => {
    // What an answer under way leaves out is asked for after it: answers must not overtake each other.
    while (this.asking) await this.asking
    if (!this.key || this.closed) return
    this.forgetTimer()
    const start = performance.now()
    this.asking = this.ask().finally(() => {
      this.asking = undefined
      const slow = REFRESH_SHARE * (performance.now() - start)
      this.askNext = start + Math.max(REFRESH_PAUSE, Math.min(slow, REFRESH_PAUSE_MAX))
    })
    return this.asking
  }

  private async ask(): Promise<void> {
    const covers = await this.journal.coveredSeq(this.person.id)
    try {
      const whole = await this.download()
      // Answered or under way meanwhile: nobody knows whether this copy holds it. The answer brings the next one.
      if (this.base && this.busy()) {
        this.missed = true
        return
      }
      if (this.base && (await this.journal.coveredSeq(this.person.id)) !== covers) return this.refreshSoon()
      const heldAt = new Date().toISOString()
      const kept = await this.keep(whole, covers, heldAt)
      await this.inTurn(() => this.rebuild(whole, covers, heldAt, kept))
      this.tell({ problem: null })
    } catch (problem) {
      if (isProblem(problem, 401)) announceSignedOut()
      if (isProblem(problem)) this.tell({ problem })
      else if (problem instanceof DOMException && problem.name === 'TimeoutError') this.refreshSoon()
      else throw problem
    }
  }

  /** At once where nobody asked lately: others' scans are to be seen as they happen, also where they never pause. */
  refreshSoon = (): void => {
    if (this.closed) return
    this.refreshTimer ??= setTimeout(() => void this.refresh(), Math.max(0, this.askNext - performance.now()))
  }

  private async rebuild(base: Job, covers: number, heldAt: string, kept: boolean): Promise<void> {
    const since = await this.journal.since(this.person.id, covers)
    this.base = base
    this.judge = this.judgeOn(structuredClone(base))
    // Counted there already, though the answer was lost on its way.
    const counted = new Set(base.counted)
    for (const { id, line } of since) if (!counted.has(id)) this.judge.judge(line)
    this.tell({ job: this.judge.job, heldAt, kept })
  }
}
