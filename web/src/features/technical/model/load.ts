import type { Connector, Feed, Gap, Missing, PhaseLoad, Report, Term } from '../api/technical'
import { gaps } from '../api/technical'

export type Level = 'ok' | 'near' | 'over' | 'unknown'
/** From this part of a limit on it is near. */
export const NEAR = 0.8

export function levelOf(load: number, limit: number | null): Level {
  if (limit === null) return 'unknown'
  if (load > limit) return 'over'
  return load > 0 && load >= limit * NEAR ? 'near' : 'ok'
}
const severity: Record<Level, number> = { ok: 0, unknown: 1, near: 2, over: 3 }
export const worstOf = (levels: readonly Level[]): Level =>
  levels.reduce((worst, one) => (severity[one] > severity[worst] ? one : worst), 'ok' as Level)

export const levelOfPhase = (phase: PhaseLoad) => levelOf(phase.amps, phase.limitAmps)
export const levelOfFeed = (feed: Feed) => worstOf(feed.phases.map(levelOfPhase))
/** Of the supply and all sets of distros the phase that is fullest, and where; what has no limit comes last. */
export function fullest(feeds: readonly Feed[]): { feed: Feed; phase: PhaseLoad } | undefined {
  const share = ({ amps, limitAmps }: PhaseLoad) => (limitAmps === null ? -1 : limitAmps === 0 ? amps : amps / limitAmps)
  return feeds
    .flatMap((feed) => feed.phases.map((phase) => ({ feed, phase })))
    .sort((a, b) => share(b.phase) - share(a.phase) || b.phase.amps - a.phase.amps)[0]
}

/** How a point is loaded, by its own limit and those of the hoists on it. */
export const levelOfPoint = (point: Report['points'][number]): Level =>
  worstOf([
    levelOf(point.loadKilograms, point.limitKilograms),
    ...point.groups.map((one) => (one.hoist === null ? 'ok' : levelOf(one.loadKilograms, one.hoistLimitKilograms))),
  ])

export type PhaseRow = { key: string; name: string; each: number; pieces: number[]; sums: number[] }
/** The terms of three phases beside each other, what is the same thing in one row. */
export function rowsOfPhases(phases: readonly PhaseLoad[]): PhaseRow[] {
  const rows = new Map<string, PhaseRow>()
  phases.forEach(({ terms }, at) => {
    for (const term of terms) {
      const key = `${term.lineId} ${term.name} ${term.each}`
      const row = rows.get(key) ?? {
        key,
        name: term.name,
        each: term.each,
        pieces: phases.map(() => 0),
        sums: phases.map(() => 0),
      }
      row.pieces[at]! += term.pieces
      row.sums[at] = Math.round((row.sums[at]! + term.sum) * 1000) / 1000
      rows.set(key, row)
    }
  })
  return [...rows.values()].sort((a, b) => most(b) - most(a) || a.name.localeCompare(b.name))
}
const most = (row: PhaseRow) => Math.max(...row.sums)

/** Plugs are compared without regard to case, blanks and signs, as the server does. */
export const plugKey = (type: string) => type.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
/** How many sockets of a kind one piece brings, without those that it takes itself. */
export function bringsOf(connectors: readonly Connector[], type: string): number {
  const key = plugKey(type)
  const count = (kind: string) =>
    connectors.filter((one) => one.kind === kind && plugKey(one.type) === key).reduce((sum, one) => sum + one.count, 0)
  return count('POWER_OUT') - count('POWER_IN')
}

const signalKinds = new Set(['SIGNAL_IN', 'SIGNAL_OUT', 'DATA'])
/** Kinds of signals are compared as the server does: pins count, and not whether it is called XLR or DMX, male or female. */
export function signalKey(type: string): string {
  const text = type
    .trim()
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])(male|female|männlich|weiblich|[mf])(?![\p{L}\p{N}])|[(),]/gu, ' ')
    .trim()
  if (text === 'xlr') return 'xlr3'
  const pins = /^(?:xlr|dmx)?[\s-]*(\d)[\s-]*(?:pin|pol|p)[\s-]*(?:xlr|dmx)?$/.exec(text)
  return pins ? `xlr${pins[1]}` : plugKey(text)
}
/** Whether it carries signals of a kind. */
export const carries = (connectors: readonly Connector[], type: string) =>
  connectors.some((one) => signalKinds.has(one.kind) && signalKey(one.type) === signalKey(type))

export type GapGroup = { gap: Gap; things: { name: string | null; pieces: number; lineId: string | null }[] }
/** What is not known, by what it is; the same thing in several lines once. */
export function gapGroups(missing: readonly Missing[]): GapGroup[] {
  return gaps.flatMap((gap) => {
    const things = new Map<string | null, GapGroup['things'][number]>()
    for (const one of missing.filter((some) => some.gap === gap)) {
      const known = things.get(one.name)
      if (known) known.pieces += one.pieces
      else things.set(one.name, { name: one.name, pieces: one.pieces, lineId: one.lineId })
    }
    return things.size ? [{ gap, things: [...things.values()] }] : []
  })
}
/** What the worse results depend on, rather than what is merely left out. */
export const needsAnswer = (gap: Gap) => gap !== 'RATING_GUESSED' && gap !== 'VENUE_HIDDEN'

/** Whether there is nothing at all to reckon with. */
export const isEmpty = ({ power, sockets, signals, points, missing }: Report) =>
  power.watts === 0 &&
  points.length === 0 &&
  sockets.every((one) => one.plugs === 0) &&
  signals.length === 0 &&
  missing.every((one) => one.gap === 'NO_VENUE' || one.gap === 'VENUE_HIDDEN')

export const sumOf = (terms: readonly Term[]) => Math.round(terms.reduce((sum, one) => sum + one.sum, 0) * 1000) / 1000
