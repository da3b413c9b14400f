import { isProblem, Problem } from '@/lib/api/problem'
import { type Answered, type Entry, Journal } from '@/offline/journal'
import { Sender } from '@/offline/sender'
import { sendScans } from '../api/scanning'
import { damagePhotos } from './damage-photos'
import type { ScanAnswer, ScanLine, Verdict } from './scan'

export type ScanEntry = Entry<ScanLine, Verdict, ScanAnswer>
export type ScanJournal = Journal<ScanLine, Verdict, ScanAnswer>

let journal: ScanJournal | undefined
/** One for the whole page: what storage has no room for is in its memory. */
export function scanJournal(): ScanJournal {
  journal ??= new Journal()
  return journal
}

function answeredBy(entries: ScanEntry[], answer: ScanAnswer): Answered<ScanAnswer> {
  const state = (answer.first?.result ?? answer.result) === 'ACCEPTED' ? 'ACCEPTED' : 'REFUSED'
  // Refused here already, and said so: nothing new for the person.
  const known = entries.find((one) => one.id === answer.id)?.verdict.result === 'REFUSED'
  return { id: answer.id, state, answer, settled: state === 'ACCEPTED' || known }
}

function refusedAlone(entry: ScanEntry, problem: unknown): Answered<ScanAnswer> {
  const { code, detail, facts } = isProblem(problem) ? problem : { code: 'internal', detail: '', facts: {} }
  const empty = { thing: null, needs: [], warnings: [], first: null }
  const answer: ScanAnswer = { id: entry.id, result: 'REFUSED', code, message: detail, facts, ...empty }
  return { id: entry.id, state: 'REFUSED', answer, settled: false }
}

export function senderOf(
  from: ScanJournal,
  userId: string,
  on: { onChange?: () => void } = {},
): Sender<ScanLine, Verdict, ScanAnswer> {
  return new Sender({
    journal: from,
    userId,
    post: async (entries) => {
      const { answers } = await sendScans(entries.map((one) => one.line))
      // Meanwhile somebody else has signed in, perhaps in another tab: these wait for whoever made them.
      const ours = answers.filter((one) => one.code !== 'another-person')
      if (ours.length === 0 && answers.length > 0) throw new Problem({ status: 401, code: 'another-person' })
      return ours.map((one) => answeredBy(entries, one))
    },
    refusal: refusedAlone,
    ...on,
  })
}

let stopLeftovers = () => {}
/** Sends what was left from an earlier day, wherever in the app the person is. */
export function sendLeftovers(userId: string): void {
  stopLeftovers()
  const photos = () => void damagePhotos().send(userId, scanJournal())
  const stopHearing = scanJournal().onAnswers(photos)
  const stopSender = senderOf(scanJournal(), userId).start()
  stopLeftovers = () => {
    stopHearing()
    stopSender()
  }
  photos()
}

/** Nobody is signed in any more; who comes next must not send what this person scanned. */
export function stopSending(): void {
  stopLeftovers()
  stopLeftovers = () => {}
}

/** The journal as a file, for when nothing else works: readable by a person and by a program. */
export async function exportJournal(): Promise<Blob> {
  const entries = await scanJournal().everything()
  const file = {
    what: 'EventKit scan journal',
    exportedAt: new Date().toISOString(),
    entries: entries.map(({ seq, state, userId, userName, line, verdict, answer, settled }) => ({
      seq,
      state,
      settled,
      userId,
      userName,
      scan: line,
      judgedHere: { result: verdict.result, code: verdict.code, thing: verdict.thing },
      answer,
    })),
  }
  return new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })
}
