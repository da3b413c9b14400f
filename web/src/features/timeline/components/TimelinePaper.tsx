import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperLogo } from '@/components/PaperLogo'
import { useMe } from '@/lib/session'
import type { Content, EventFacts, Row } from '../api/timeline'
import { heightOf, lay } from '../model/lanes'
import { type Geometry, ticksOf, weekStart } from '../model/scale'
import { barsDrawing, HEAD, hiddenText, leftText, type Standing } from './drawRow'
import { Legend } from './Legend'
import { Backdrop, TimeHead } from './TimeHead'
import classes from './Timeline.module.css'
import { useBarText } from './useBarText'
import type { TimelineState } from './useTimelineState'

/** An A4 sheet across, less its margins, in the pixels of paper; so much of it is for time. */
const SHEET = 1_045
const LABEL = 215
const WIDE = SHEET - LABEL

export type OnPaper = {
  rows: { row: Row; content: Content }[]
  /** Of so many, with those that nothing stands on. */
  total: number
  events: Map<string, EventFacts>
  from: number
  to: number
}

/** What is looked at, drawn for a sheet of paper: row after row, with the times above them on every page. */
export function TimelinePaper({ state, paper, now }: { state: TimelineState; paper: OnPaper; now: number }) {
  const { t } = useTranslation()
  const { company } = useMe()
  const { by, format, zoom } = state
  const { rows, events, from, to } = paper
  const text = useBarText(format)
  const counted = by !== 'asset' && by !== 'event'
  const geometry = useMemo<Geometry>(
    () => ({ zoom, zone: state.zone, origin: from, mpp: (to - from) / WIDE, width: WIDE }),
    [zoom, state.zone, from, to],
  )
  const ticks = ticksOf(geometry, from, to, {
    locale: format.locale,
    firstDay: weekStart(state.weekLocale),
    today: '',
    week: (number) => t('timeline.week', { number }),
  })
  const day = (instant: number) => format.dateTime(new Date(Math.round(instant / 60_000) * 60_000).toISOString())
  return (
    <section className={classes.paper} aria-label={t('timeline.title')}>
      <PaperLogo />
      <h1 className={classes.paperTitle}>
        {t('timeline.title')}: {t(`timeline.by.${by}`)}
      </h1>
      <p className={classes.paperText}>
        {company.name} · {t('timeline.between', { from: day(from), to: day(to) })} ·{' '}
        {t('timeline.paperOf', { number: format.number(rows.length), count: paper.total, total: format.number(paper.total) })} ·{' '}
        {t('timeline.paperAsOf', { at: day(now) })}
      </p>
      <table className={classes.paperTable} style={{ width: SHEET }}>
        <thead>
          <tr>
            <th scope="col" className={classes.paperLabel} style={{ width: LABEL }}>
              {t(`timeline.one.${by}`)}
              {counted && <span className={classes.paperLeft}>{t('timeline.leastFree')}</span>}
            </th>
            <th aria-hidden>
              <div className={classes.paperLine} style={{ width: WIDE, height: HEAD }}>
                <TimeHead ticks={ticks} geometry={geometry} />
              </div>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, content }, index) => {
            const laid = lay(content.bars, 6 * geometry.mpp)
            const height = heightOf(laid.lanes, counted, by === 'asset' ? 1 : 2)
            const free = leftText(text, content.load, from, to, by !== 'product')
            const more = hiddenText(text, laid, content.more)
            const group = row.group && rows[index - 1]?.row.group !== row.group ? row.group : null
            return [
              group && (
                <tr key={`group ${row.id}`} className={classes.paperGroup}>
                  <th colSpan={2} scope="colgroup">
                    {group}
                  </th>
                </tr>
              ),
              <tr key={row.id}>
                <th scope="row" className={classes.paperLabel} style={{ paddingLeft: 6 + row.depth * 12 }}>
                  <span className={classes.name}>
                    <span>{row.name}</span>
                    {free && (
                      <span className={`${classes.left} num`} data-level={free.level}>
                        <b className={classes.count}>{free.count}</b>
                        {free.stock}
                      </span>
                    )}
                  </span>
                  {row.sub && !row.group?.endsWith(row.sub) && <span className={classes.sub}>{row.sub}</span>}
                  {more && <span className={classes.sub}>{more}</span>}
                </th>
                <td>
                  <div className={classes.paperLine} style={{ width: WIDE, height }}>
                    <Backdrop ticks={ticks} geometry={geometry} now={now} />
                    <Standings
                      height={height}
                      facts={{
                        by,
                        row,
                        content,
                        laid,
                        events,
                        geometry,
                        from,
                        fetchedTo: to,
                        active: null,
                        editable: false,
                        move: undefined,
                        short: false,
                        text,
                        idOf: (id, place) => `paper-${id}-${place}`,
                      }}
                    />
                  </div>
                </td>
              </tr>,
            ]
          })}
        </tbody>
      </table>
      <Legend counted={counted} assets={by === 'asset'} />
    </section>
  )
}

/** Drawn once, as on the screen. */
function Standings({ height, facts }: { height: number; facts: Standing }) {
  return (
    <div
      ref={(host) => {
        if (!host || host.firstChild) return
        const bars = barsDrawing(host)
        bars.draw(facts)
        bars.moveChart(height)
      }}
    />
  )
}
