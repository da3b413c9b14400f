import type { Tone } from '@/components/StatusBadge'

/** How far an event has come, in the order of its life; every event may be cancelled until it is loaded. */
export const phases = [
  'ENQUIRY',
  'QUOTED',
  'CONFIRMED',
  'PREP',
  'LOAD_OUT',
  'ON_SITE',
  'LOAD_IN',
  'DE_PREP',
  'CLOSED',
  'CANCELLED',
] as const
export type Phase = (typeof phases)[number]

/** Those of a job that goes well. */
export const way = phases.slice(0, -1)

export const phaseTone: Record<Phase, Tone> = {
  ENQUIRY: 'gray',
  QUOTED: 'info',
  CONFIRMED: 'brand',
  PREP: 'violet',
  LOAD_OUT: 'violet',
  ON_SITE: 'ok',
  LOAD_IN: 'violet',
  DE_PREP: 'violet',
  CLOSED: 'gray',
  CANCELLED: 'bad',
}

/** The same as colours, for what is drawn. */
export const phaseColour: Record<Phase, string> = {
  ENQUIRY: 'var(--mantine-color-gray-6)',
  QUOTED: 'var(--mantine-color-info-6)',
  CONFIRMED: 'var(--mantine-color-brand-6)',
  PREP: 'var(--mantine-color-violet-5)',
  LOAD_OUT: 'var(--mantine-color-violet-7)',
  ON_SITE: 'var(--mantine-color-ok-6)',
  LOAD_IN: 'var(--mantine-color-violet-7)',
  DE_PREP: 'var(--mantine-color-violet-5)',
  CLOSED: 'var(--mantine-color-gray-5)',
  CANCELLED: 'var(--mantine-color-bad-6)',
}

/** Where an event may go from here; the server decides again. */
export const successors: Record<Phase, readonly Phase[]> = {
  ENQUIRY: ['QUOTED', 'CONFIRMED', 'CANCELLED'],
  QUOTED: ['ENQUIRY', 'CONFIRMED', 'CANCELLED'],
  CONFIRMED: ['QUOTED', 'PREP', 'CANCELLED'],
  PREP: ['CONFIRMED', 'LOAD_OUT', 'CANCELLED'],
  LOAD_OUT: ['PREP', 'ON_SITE'],
  ON_SITE: ['LOAD_OUT', 'LOAD_IN'],
  LOAD_IN: ['ON_SITE', 'DE_PREP'],
  DE_PREP: ['LOAD_IN', 'CLOSED'],
  CLOSED: ['DE_PREP'],
  CANCELLED: [],
}

/** What was said to have happened is taken back. */
export const isBack = (from: Phase, to: Phase) => phases.indexOf(to) < phases.indexOf(from)
/** Cancelling is explained, and so is taking back what everybody has seen happen. */
export const needsReason = (from: Phase, to: Phase) =>
  to === 'CANCELLED' || (isBack(from, to) && phases.indexOf(from) >= phases.indexOf('LOAD_OUT'))

/** Nothing has been promised yet: dates may be optioned. */
export const isOpen = (phase: Phase) => phase === 'ENQUIRY' || phase === 'QUOTED'
/** What is over is not changed any more. */
export const isOver = (phase: Phase) => phase === 'CLOSED' || phase === 'CANCELLED'
