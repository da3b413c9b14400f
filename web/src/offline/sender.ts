import { isProblem, type Problem } from '@/lib/api/problem'
import type { Answered, Entry, Journal } from './journal'

/** OFFLINE: no network, or nobody answers; tried again by itself. SIGNED_OUT: the session ended; nothing is sent until somebody signs in. */
export type SenderState = 'IDLE' | 'SENDING' | 'OFFLINE' | 'SIGNED_OUT' | 'TROUBLE'

const BATCH = 50
const PAUSE_MIN = 1_000
const PAUSE_MAX = 30_000

/** A proxy in the server's place, the page of a hotel's network or a server that is being replaced tell no code. */
const byServer = (problem: Problem) => !problem.code.startsWith('http-')
/** Whether it may be for what is in the request. What else the server says (409: it is at it already) is of the moment. */
const spoils = (problem: unknown): problem is Problem =>
  isProblem(problem) &&
  (byServer(problem)
    ? [400, 413, 422].includes(problem.status)
    : problem.status >= 400 && problem.status < 500 && ![401, 407, 408, 425, 429].includes(problem.status))

/**
 * Sends one person's journal in order and in batches, in one tab at a time. An entry is taken off only by an answer that names it: whatever
 * breaks, it is sent again under its own id, which the server counts once.
 */
export class Sender<Line, Verdict, Answer> {
  state: SenderState = 'IDLE'
  private readonly journal: Journal<Line, Verdict, Answer>
  private readonly userId: string
  private readonly post: (entries: Entry<Line, Verdict, Answer>[]) => Promise<Answered<Answer>[]>
  /** What a batch of one was refused with as a whole: the entry must not stop those behind it. */
  private readonly refusal: (entry: Entry<Line, Verdict, Answer>, problem: unknown) => Answered<Answer>
  private readonly onChange: () => void
  private timer: ReturnType<typeof setTimeout> | undefined
  private pause = PAUSE_MIN
  private running: Promise<void> | undefined
  private again = false
  private stopped = false

  constructor(options: {
    journal: Journal<Line, Verdict, Answer>
    userId: string
    post: (entries: Entry<Line, Verdict, Answer>[]) => Promise<Answered<Answer>[]>
    refusal: (entry: Entry<Line, Verdict, Answer>, problem: unknown) => Answered<Answer>
    onChange?: () => void
  }) {
    this.journal = options.journal
    this.userId = options.userId
    this.post = options.post
    this.refusal = options.refusal
    this.onChange = options.onChange ?? (() => {})
  }

  /** Begins to watch for a network; answers how to stop. */
  start(): () => void {
    this.stopped = false
    const wake = () => {
      this.pause = PAUSE_MIN
      void this.kick()
    }
    const seen = () => document.visibilityState === 'visible' && wake()
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', seen)
    void this.kick()
    return () => {
      this.stopped = true
      clearTimeout(this.timer)
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', seen)
    }
  }

  /** Sends what waits; called again meanwhile, it looks once more before it ends. */
  kick(): Promise<void> {
    if (this.stopped) return Promise.resolve()
    this.again = true
    clearTimeout(this.timer)
    this.running ??= this.rounds()
    return this.running
  }

  /** Whoever asks while the last round ends, after it has looked, is answered by another: else nobody would send what came in between. */
  private async rounds(): Promise<void> {
    try {
      do await this.alone(() => this.run())
      while (this.again && !this.stopped)
    } finally {
      this.running = undefined
    }
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    // Old browsers have no locks; then two tabs may send the same, and the server counts it once.
    if (typeof navigator === 'undefined' || !navigator.locks) return work()
    await navigator.locks.request(`eventkit-send-${this.userId}`, { ifAvailable: true }, async (lock) => {
      if (lock) return work()
      this.again = false
      this.later(PAUSE_MIN)
    })
  }

  private async run(): Promise<void> {
    let size = BATCH
    while (!this.stopped) {
      this.again = false
      await this.journal.save()
      const batch = await this.journal.toSend(this.userId, size)
      if (batch.length === 0) {
        if (this.again) continue
        this.become('IDLE')
        return
      }
      this.become('SENDING')
      try {
        const known = new Set(batch.map((one) => one.id))
        const answers = (await this.post(batch)).filter((one) => known.has(one.id))
        if (answers.length === 0) throw new Error('no scan was answered')
        await this.journal.answered(answers)
        this.pause = PAUSE_MIN
        size = BATCH
      } catch (problem) {
        if (spoils(problem)) {
          // The request as a whole is refused: find the entry that spoils it.
          if (batch.length > 1) {
            size = Math.ceil(batch.length / 2)
            continue
          }
          const others = byServer(problem) ? [] : await this.without(batch[0]!)
          if (others) {
            await this.journal.answered([this.refusal(batch[0]!, problem), ...others])
            continue
          }
        }
        this.become(isProblem(problem, 401) ? 'SIGNED_OUT' : isProblem(problem, 0) ? 'OFFLINE' : 'TROUBLE')
        this.later(this.pause)
        this.pause = Math.min(PAUSE_MAX, this.pause * 2)
        return
      }
    }
  }

  /** A proxy refuses: where it lets the next one through, it is the entry that it minds; else nobody has judged (null). */
  private async without(entry: Entry<Line, Verdict, Answer>): Promise<Answered<Answer>[] | null> {
    const next = (await this.journal.toSend(this.userId, 2)).find((one) => one.id !== entry.id)
    if (!next) return null
    const answers = await this.post([next]).catch(() => [])
    return answers.some((one) => one.id === next.id) ? answers : null
  }

  private later(millis: number): void {
    clearTimeout(this.timer)
    if (!this.stopped) this.timer = setTimeout(() => void this.kick(), millis)
  }

  private become(state: SenderState): void {
    if (this.state === state) return
    this.state = state
    this.onChange()
  }
}
