import type { EventFacts } from '../api/timeline'
import { LANE, type Placed } from '../model/lanes'
import { type Geometry, xOf } from '../model/scale'
import { element, mark, px, say, show } from './elements'
import classes from './Timeline.module.css'
import { type BarText, paintOf } from './useBarText'

const LEAST = 5
/** Narrower ones say nothing; the panel does when one of them is chosen. */
const NAMED = 44
/** So far beyond the canvas goes what has no beginning or end. */
const BEYOND = 40
/** Wider ones can be taken by their ends. */
const GRIPPED = 24
/** What words keep from the edges of a bar. */
const WORDS = 7

export type BarFacts = {
  id: string
  placed: Placed
  event: EventFacts | undefined
  geometry: Geometry
  /** Where the view begins: words of what began before stand there. */
  edge: number
  /** The row is an event: its bar tells all its parts. */
  whole: boolean
  active: boolean
  movable: boolean
  /** Where it would come to stand. */
  ghost: { from: number; to: number; short: boolean } | undefined
  text: BarText
}

/** The parts of an event that are worth telling apart besides its time on site: the ways there and back, and its blocks where there are some. */
const partsOf = (event: EventFacts) => [
  { from: event.leavesAt, to: event.from, kind: 'transit' },
  { from: event.to, to: event.backAt, kind: 'transit' },
  ...event.blocks,
]

/** A bar of few elements, for hundreds fly past: its style paints its time on site, and what it is taken by appears below a pointer. */
export function barDrawing() {
  const bar = element('div', classes.bar)
  bar.setAttribute('role', 'gridcell')
  const words = element('b', classes.words)
  let parts: HTMLElement[] = []
  let ghost: HTMLElement | undefined
  return {
    bar,
    draw(facts: BarFacts) {
      const { placed, event, geometry, text } = facts
      const one = placed.bar
      const at = (instant: number) => Math.min(geometry.width + BEYOND, Math.max(-BEYOND, xOf(geometry, instant)))
      const left = at(placed.from)
      const width = Math.max(LEAST, at(placed.to) - left)
      const top = 6 + placed.lane * LANE
      const within = (from: string, to: string) => {
        const a = Math.max(left, at(Date.parse(from)))
        const b = Math.min(left + width, at(Date.parse(to)))
        return { left: a - left - 1, width: Math.max(0, b - a) }
      }
      const divided = width > 14
      const site = divided && one.onSiteFrom && one.onSiteTo ? within(one.onSiteFrom, one.onSiteTo) : undefined
      // Words stand in the part that is in sight, or nowhere.
      const before = Math.max(0, facts.edge - left)
      const named = width - before > NAMED
      bar.id = facts.id
      mark(bar, 'aria-label', text.whole(one, event))
      mark(bar, 'aria-selected', String(facts.active))
      mark(bar, 'data-bar', placed.index)
      mark(bar, 'data-paint', paintOf(one, event))
      mark(bar, 'data-short', one.lacking > 0)
      mark(bar, 'data-late', one.late)
      mark(bar, 'data-active', facts.active)
      mark(bar, 'data-moved', facts.ghost !== undefined)
      mark(bar, 'data-site', site !== undefined)
      mark(bar, 'data-gripped', facts.movable && width > GRIPPED)
      mark(bar, 'data-quantity', named && one.quantity !== null && !one.reason && String(one.quantity))
      bar.style.left = px(left)
      bar.style.top = px(top)
      bar.style.width = px(width)
      bar.style.backgroundPosition = site ? `${px(site.left)} 0, 0 0` : ''
      bar.style.backgroundSize = site ? `${px(site.width)} 100%, auto` : ''

      for (const part of parts) part.remove()
      parts =
        divided && facts.whole && event ? partsOf(event).map((part) => partDrawing(part.kind, within(part.from, part.to))) : []
      bar.prepend(...parts)
      if (named) {
        say(words, text.title(one, event))
        words.style.marginLeft = before > 0 ? px(before + WORDS) : ''
      }
      show(bar, words, named)

      if (facts.ghost) {
        ghost ??= element('div', classes.ghost)
        mark(ghost, 'data-short', facts.ghost.short)
        const from = at(facts.ghost.from)
        ghost.style.left = px(from)
        ghost.style.top = px(top)
        ghost.style.width = px(Math.max(LEAST, at(facts.ghost.to) - from))
        bar.after(ghost)
      } else ghost?.remove()
    },
    remove() {
      ghost?.remove()
      bar.remove()
    },
  }
}
export type BarDrawing = ReturnType<typeof barDrawing>

function partDrawing(kind: string, { left, width }: { left: number; width: number }) {
  const part = element('i', classes.inside)
  part.dataset.kind = kind
  part.style.left = px(left)
  part.style.width = px(width)
  return part
}
