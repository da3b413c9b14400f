import type { Problem } from '@/lib/api/problem'
import type { JournalCount } from '@/offline/journal'
import type { SenderState } from '@/offline/sender'
import type { Tone } from './feedback'
import type { Job } from './job'
import type { Mode } from './modes'
import type { Progress } from './progress'
import type { ScanCondition, ScanLine, Thing } from './scan'
import type { ScanEntry } from './scan-journal'

export type Person = { id: string; name: string; permissions: readonly string[] }

/** What the screen says about the newest scan. */
export type Told = {
  key: string
  tone: Tone
  /** A code of the spec, or one of this device's own. */
  code: string
  facts: Record<string, unknown>
  label: string
  name: string
  thing: Thing | null
  /** Of counted pieces. */
  quantity: number | null
  /** Of the need that it went to. */
  count: Progress | null
  message: string
  entryId: string | null
}

/** A question that a scan waits for. */
export type Asking =
  | { kind: 'QUANTITY'; draft: Draft; thing: Thing; suggested: number | null; counted: number }
  | { kind: 'DAMAGE'; draft: Draft; thing: Thing | null }
  | { kind: 'CHOOSE'; draft: Draft; matches: Thing[] }

export type Draft = Omit<ScanLine, 'id' | 'at' | 'by'>

export type StationState = {
  mode: Mode
  /** PREP: what is scanned is put back. */
  back: boolean
  quantity: number | null
  condition: ScanCondition
  note: string
  /** Of the damage that is being reported. */
  photos: Blob[]
  /** Pictures on this device that are not sent. */
  photosWaiting: number
  vehicle: string
  shelf: Thing | null
  /** Read before their shelf was. */
  waiting: Thing[]
  box: Thing | null
  /** A thing that waits for the code to bind to it, or a code for what it stands on. */
  binding: { thing: Thing } | { code: string } | null
  told: Told | null
  asking: Asking | null
  job: Job | null
  /** Grows with every change of the job's copy. */
  tick: number
  heldAt: string | null
  /** Whether the copy is on the disk, so that it is there without a network. */
  kept: boolean
  problem: Problem | null
  recent: ScanEntry[]
  conflicts: ScanEntry[]
  count: JournalCount
  sender: SenderState
}

const none: JournalCount = { waiting: 0, refused: 0, unsaved: 0, others: [], stuck: false }

export const startingState = (mode: Mode): StationState => ({
  mode,
  back: false,
  quantity: null,
  condition: 'GOOD',
  note: '',
  photos: [],
  photosWaiting: 0,
  vehicle: '',
  shelf: null,
  waiting: [],
  box: null,
  binding: null,
  told: null,
  asking: null,
  job: null,
  tick: 0,
  heldAt: null,
  kept: false,
  problem: null,
  recent: [],
  conflicts: [],
  count: none,
  sender: 'IDLE',
})

/** Says what is no scan, or none yet. */
export type Tell = (tone: Tone, code: string, about: { label: string; name?: string; facts?: object }) => void
