import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chart } from '../api/reports'
import { everyOf, scaleOf } from '../model/chart'
import classes from './Reports.module.css'
import type { Write } from './useWrite'

const HEIGHT = 280
const TOP = 8
const colours = ['var(--first)', 'var(--second)', 'var(--third)', 'var(--fourth)', 'var(--fifth)']
const colour = (index: number) => colours[index % colours.length]!
const clipped = (text: string, max: number) => (text.length > max ? `${text.slice(0, max - 1)}…` : text)

/** The picture of a report; the table below says the same in numbers. The pointer reads one place. */
export function ReportChart({ name, chart, write }: { name: string; chart: Chart; write: Write }) {
  const { t } = useTranslation()
  const { ref, width } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const long = chart.along === 'TEXT'
  const bottom = HEIGHT - (long ? 64 : 28)
  const scale = scaleOf(chart.series.flatMap((one) => one.values.filter((value) => value !== null)))
  const low = scale[0]!
  const high = scale.at(-1)!
  // Names lean to the left below the first place.
  const left = Math.max(long ? 72 : 0, 12 + 7.2 * Math.max(...scale.map((tick) => write.tick(chart.unit, tick).length)))
  const right = Math.max(left + 80, (width || 720) - 6)
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (bottom - TOP)
  const place = (right - left) / chart.labels.length
  const middle = (index: number) => left + place * (index + 0.5)
  const bar = Math.min(34, (place * 0.76) / chart.series.length)
  const every = everyOf(chart.labels.length, right - left, long ? 26 : 62)
  const at = (event: PointerEvent<HTMLElement>) => {
    const index = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - left) / place)
    return index >= 0 && index < chart.labels.length ? index : null
  }
  return (
    <>
      <div className={classes.keys}>
        {chart.series.map((one, index) => (
          <span key={one.key}>
            <span className={classes.key} style={{ background: colour(index) }} aria-hidden />
            {write.column(one)}
          </span>
        ))}
      </div>
      <div
        ref={ref}
        className={classes.chart}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => setPointed(null)}
      >
        <svg height={HEIGHT} role="img" aria-label={t('reports.chartOf', { name })}>
          {scale.map((tick) => (
            <g key={tick}>
              <line className={tick === 0 ? classes.zero : classes.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 8} y={y(tick) + 4} textAnchor="end">
                {write.tick(chart.unit, tick)}
              </text>
            </g>
          ))}
          {pointed !== null && (
            <rect className={classes.pointed} x={left + place * pointed} width={place} y={TOP} height={bottom - TOP} />
          )}
          {chart.labels.map((label, index) =>
            index % every === 0 ? (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name; two may be called the same
                key={index}
                x={middle(index)}
                y={bottom + 18}
                textAnchor={long ? 'end' : 'middle'}
                transform={long ? `rotate(-32 ${middle(index)} ${bottom + 14})` : undefined}
              >
                {clipped(write.text(chart.along, label, true), 16)}
              </text>
            ) : null,
          )}
          {chart.shape === 'BARS'
            ? chart.series.map((one, series) =>
                one.values.map((value, index) => (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name
                    key={`${one.key} ${index}`}
                    fill={colour(series)}
                    rx={1.5}
                    x={middle(index) - (bar * chart.series.length) / 2 + bar * series}
                    width={Math.max(1, bar - 1.5)}
                    y={Math.min(y(0), y(value ?? 0))}
                    height={Math.abs(y(0) - y(value ?? 0))}
                  />
                )),
              )
            : chart.series.map((one, series) => {
                const points = one.values.flatMap((value, index) => (value === null ? [] : [[middle(index), y(value)] as const]))
                return (
                  <g key={one.key}>
                    <path
                      className={classes.line}
                      stroke={colour(series)}
                      d={points.map(([px, py], index) => `${index ? 'L' : 'M'}${px} ${py}`).join('')}
                    />
                    {points.map(([px, py]) => (
                      <circle key={px} cx={px} cy={py} r={3} fill={colour(series)} />
                    ))}
                  </g>
                )
              })}
        </svg>
        {pointed !== null && (
          <div
            className={classes.tip}
            aria-hidden
            style={
              middle(pointed) > (left + right) / 2
                ? { right: Math.max(0, right - left - place * pointed + 8) }
                : { left: left + place * (pointed + 1) + 8 }
            }
          >
            <div>{write.text(chart.along, chart.labels[pointed] ?? '')}</div>
            {chart.series.map((one) => (
              <div key={one.key}>
                {write.column(one)} <b>{write.value(chart.unit, one.values[pointed] ?? null)}</b>
              </div>
            ))}
          </div>
        )}
      </div>
    </>
  )
}
