import type { By, Content, EventFacts, Load, Row } from '../api/timeline'
import { chartOf, leftOf, tightest } from '../model/chart'
import { CHART, type Laid, type Placed } from '../model/lanes'
import { type Geometry, xOf } from '../model/scale'
import { type BarDrawing, barDrawing } from './drawBar'
import { element, mark, px, say, show } from './elements'
import classes from './Timeline.module.css'
import type { BarText } from './useBarText'
import type { Move } from './useMoving'

export const GROUP = 30
/** How high the head above all rows is. */
export const HEAD = 56
const INDENT = 14

/** Where a row leads: to the page of the thing, or to the products of what holds many. */
export function targetOf(by: By, row: Row): { to: string; search?: object } {
  switch (by) {
    case 'event':
      return { to: `/events/${row.id}` }
    case 'product':
      return { to: `/availability/${row.id}` }
    case 'asset':
      return { to: `/assets/${row.id}` }
    case 'category':
      return { to: '.', search: (old: object) => ({ ...old, by: 'product', category: row.id }) }
    case 'warehouse':
      return { to: '.', search: (old: object) => ({ ...old, by: 'product', warehouse: row.id }) }
  }
}

export const barId = (row: string, index: number) => `tl-${row}-${index}`
export const headId = (row: string) => `tl-${row}`

export type RowFacts = {
  by: By
  index: number
  row: Row | undefined
  href: string
  top: number
  height: number
  group: boolean
  content: Content | undefined
  laid: Laid | undefined
  events: Map<string, EventFacts>
  geometry: Geometry
  from: number
  to: number
  fetchedTo: number
  /** The bar that is chosen, -1 for the row itself, null where it is another row. */
  active: number | null
  editable: boolean
  move: Move | undefined
  short: boolean
  text: BarText
}

/** One row: what it is, what is on it, and what there is of it against what is wanted. Drawn for one row after the other as they fly past. */
export function rowDrawing() {
  const row = element('div', classes.row)
  row.setAttribute('role', 'row')
  const group = element('div', classes.group)
  group.setAttribute('aria-hidden', 'true')
  group.style.height = px(GROUP)
  const title = group.appendChild(element('span', classes.title))
  const head = headDrawing()
  const bars = element('div', classes.bars)
  const stands = barsDrawing(bars)
  row.append(head.head, bars)
  let drawn: RowFacts | undefined
  return {
    row,
    draw(facts: RowFacts) {
      const old = drawn
      if (old && same(old, facts)) return
      drawn = facts
      const lead = facts.group ? GROUP : 0
      row.style.top = px(HEAD + facts.top)
      row.style.height = px(facts.height)
      head.head.style.height = px(facts.height - lead)
      stands.moveChart(facts.height - lead)
      if (old && same(old, facts, elsewhere)) return
      mark(row, 'aria-rowindex', facts.index + 2)
      mark(row, 'data-index', facts.index)
      say(title, (facts.group && facts.row?.group) || '')
      show(row, group, facts.group, head.head)
      bars.style.top = px(lead)
      head.draw(facts)
      stands.draw(facts)
    },
  }
}
export type RowDrawing = ReturnType<typeof rowDrawing>

/** Other rows have grown: nothing of this one is another but where it is. */
const elsewhere: readonly (keyof RowFacts)[] = ['top', 'height']
const same = (a: RowFacts, b: RowFacts, but: readonly (keyof RowFacts)[] = []) =>
  (Object.keys(b) as (keyof RowFacts)[]).every((key) => a[key] === b[key] || but.includes(key))

function headDrawing() {
  const head = element('div', classes.label)
  head.setAttribute('role', 'rowheader')
  const waiting = element('span', classes.waiting)
  const name = element('span', classes.name)
  // The grid follows it, so that none needs a handler of its own.
  const link = name.appendChild(element('a', classes.link))
  link.tabIndex = -1
  const left = element('span', `${classes.left} num`)
  const count = left.appendChild(element('b', classes.count))
  const stock = left.appendChild(document.createTextNode(''))
  const sub = element('span', classes.sub)
  const hidden = element('span', classes.sub)
  return {
    head,
    draw({ by, row, href, content, laid, active, from, to, text }: RowFacts) {
      mark(head, 'id', row && headId(row.id))
      mark(head, 'data-active', active === -1)
      head.style.paddingLeft = px(INDENT + (row?.depth ?? 0) * INDENT)
      show(head, waiting, !row)
      show(head, name, row !== undefined)
      say(link, row?.name ?? '')
      mark(link, 'href', href)
      const free = row && content ? leftText(text, content.load, from, to, by !== 'product') : null
      if (free) {
        mark(left, 'data-level', free.level)
        mark(left, 'title', free.title)
        say(count, free.count)
        stock.data = free.stock
      }
      show(name, left, free !== null)
      const below = row?.sub && !row.group?.endsWith(row.sub) ? row.sub : null
      say(sub, below ?? '')
      const more = row && laid ? hiddenText(text, laid, content?.more ?? false) : null
      say(hidden, more ?? '')
      // Rows with a chart are high enough for a name of two lines.
      mark(head, 'data-roomy', by !== 'asset' && by !== 'event' && below === null && more === null)
      show(head, hidden, more !== null)
      show(head, sub, below !== null, more === null ? null : hidden)
    },
  }
}

/** The least that is left over in what is looked at, of how many. */
export function leftText(text: BarText, load: readonly Load[], from: number, to: number, many: boolean) {
  const least = tightest(load, from, to)
  if (!least) return null
  const left = leftOf(least)
  // Of many products together, what is free of one says nothing about another.
  if (many && left < 0) return { level: 'bad', count: text.lacks(-left), stock: '', title: undefined }
  return {
    level: left < 0 ? 'bad' : left === 0 ? 'none' : undefined,
    count: String(left).replace('-', '−'),
    stock: ` / ${least.stock}`,
    title: text.leastFree(left, least.stock),
  }
}

/** That more is on it than is drawn. */
export const hiddenText = (text: BarText, laid: Laid, more: boolean) =>
  laid.hidden.length > 0 || more ? text.hidden(laid.hidden.length, more) : null

export type Standing = Pick<
  RowFacts,
  'by' | 'content' | 'laid' | 'events' | 'geometry' | 'from' | 'fetchedTo' | 'active' | 'editable' | 'move' | 'short' | 'text'
> & { row: { id: string } | undefined; idOf?: (row: string, index: number) => string }

/** What stands on a row: its bars, and below them what there is of it. */
export function barsDrawing(host: HTMLElement) {
  const known: BarDrawing[] = []
  const chart = chartDrawing()
  return {
    moveChart: (height: number) => {
      chart.svg.style.top = px(height - CHART - 3)
    },
    draw(facts: Standing) {
      const { row, content, laid, geometry, move, by, text, active } = facts
      const edge = xOf(geometry, facts.from)
      const shown = row && laid ? laid.bars.filter((one) => inReach(one, geometry)) : []
      shown.forEach((one, place) => {
        const event = one.bar.eventId ? facts.events.get(one.bar.eventId) : undefined
        const moved = event && move?.event.id === event.id ? move : undefined
        const drawing = known[place] ?? barDrawing()
        known[place] = drawing
        show(host, drawing.bar, true, chart.svg.parentNode ? chart.svg : null)
        drawing.draw({
          id: (facts.idOf ?? barId)(row!.id, one.index),
          placed: one,
          event,
          geometry,
          edge,
          whole: by === 'event',
          active: active === one.index,
          movable: facts.editable && event !== undefined && event.phase !== 'CLOSED',
          ghost: moved && moved.millis !== 0 ? ghostOf(one, moved, facts.short) : undefined,
          text,
        })
      })
      for (const spare of known.slice(shown.length)) spare.remove()
      show(host, chart.svg, chart.draw(row && content ? content.load : [], facts.fetchedTo, geometry))
    },
  }
}

const inReach = (one: Placed, geometry: Geometry) =>
  one.to > one.from && xOf(geometry, one.to) > 0 && xOf(geometry, one.from) < geometry.width

/** Prep and transit go along with the time on site. */
const ghostOf = ({ from, to }: Placed, move: Move, short: boolean) => ({
  from: from + Date.parse(move.to.from) - Date.parse(move.event.from),
  to: to + Date.parse(move.to.to) - Date.parse(move.event.to),
  short,
})

const SVG = 'http://www.w3.org/2000/svg'
const layers = ['wanted', 'optioned', 'over', 'stock'] as const

/** As wide as what is known, whatever part of it is in sight. */
function chartDrawing() {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', classes.chart ?? '')
  svg.setAttribute('height', String(CHART))
  svg.setAttribute('aria-hidden', 'true')
  const paths = layers.map((layer) => {
    const path = svg.appendChild(document.createElementNS(SVG, 'path'))
    path.setAttribute('class', classes[layer] ?? '')
    return [layer, path] as const
  })
  return {
    svg,
    /** Says whether there is anything to see. */
    draw(load: readonly Load[], to: number, geometry: Geometry) {
      if (!load[0]) return false
      const within = (instant: number) => Math.min(geometry.width, Math.max(0, xOf(geometry, instant)))
      const left = Math.floor(within(Date.parse(load[0].from)))
      const width = within(to) - left
      const chart = width > 0 ? chartOf(load, to, (instant) => within(instant) - left, CHART) : null
      if (!chart) return false
      svg.style.left = px(left)
      mark(svg, 'width', width)
      for (const [layer, path] of paths) mark(path, 'd', chart[layer])
      return true
    },
  }
}
