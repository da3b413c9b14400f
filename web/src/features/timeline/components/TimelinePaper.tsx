import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperLogo } from '@/components/PaperLogo'
import { useMe } from '@/lib/session'
import type { Content, EventFacts, Row } from '../api/timeline'
import { CHART, heightOf, lay } from '../model/lanes'
import { type Geometry, ticksOf, weekStart } from '../model/scale'
import { BarView } from './BarView'
import { Legend } from './Legend'
import { Chart, HEAD, Hidden, Left } from './RowView'
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
  const chunk = { left: 0, right: WIDE }
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
                    <Left load={content.load} from={from} to={to} many={by !== 'product'} />
                  </span>
                  {row.sub && !row.group?.endsWith(row.sub) && <span className={classes.sub}>{row.sub}</span>}
                  {(laid.hidden.length > 0 || content.more) && <Hidden laid={laid} more={content.more} />}
                </th>
                <td>
                  <div className={classes.paperLine} style={{ width: WIDE, height }}>
                    <Backdrop ticks={ticks} geometry={geometry} height={height} now={now} />
                    {laid.bars
                      .filter((one) => one.to > from && one.from < to && one.to > one.from)
                      .map((one) => (
                        <BarView
                          key={one.index}
                          id={`paper-${row.id}-${one.index}`}
                          placed={one}
                          event={one.bar.eventId ? events.get(one.bar.eventId) : undefined}
                          geometry={geometry}
                          chunk={chunk}
                          edge={0}
                          whole={by === 'event'}
                          active={false}
                          movable={false}
                          text={text}
                        />
                      ))}
                    {content.load.length > 0 && (
                      <Chart load={content.load} to={to} geometry={geometry} chunk={chunk} top={height - CHART - 3} />
                    )}
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
