import { Group, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../api/availability'
import { areaOf, type Frame, momentAt, pathOf, scaleOf, stepAt, timeMarks, xOf, yOf } from '../model/chart'
import type { Span } from '../model/period'
import classes from './Availability.module.css'
import { useCompanyFormat } from './useQuestion'

const HEIGHT = 230

/** How many are free at each moment of the period. The pointer reads a moment, a press chooses it; StepTable says the same in words. */
export function StepChart(props: {
  name: string
  steps: readonly Step[]
  span: Span
  chosen: number
  onChoose: (step: number) => void
}) {
  const { t, i18n } = useTranslation()
  const format = useCompanyFormat()
  const { steps, span, chosen } = props
  const signed = (number: number) => format.number(number).replace('-', '−')
  const { ref, width } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const scale = useMemo(() => {
    const numbers = steps.flatMap((step) => [step.firm, step.worst])
    return scaleOf(
      numbers.reduce((a, b) => Math.min(a, b), 0),
      numbers.reduce((a, b) => Math.max(a, b), 0),
    )
  }, [steps])
  const left = 14 + 8 * Math.max(...scale.map((tick) => format.number(tick).length))
  const frame: Frame = {
    from: Date.parse(span.from),
    to: Date.parse(span.to),
    left,
    top: 10,
    width: Math.max(80, (width || 600) - left - 8),
    height: HEIGHT - 38,
    low: scale[0]!,
    high: scale.at(-1)!,
  }
  const marks = useMemo(
    () => timeMarks(span.from, span.to, format.zone, Math.max(2, Math.floor(frame.width / 66))),
    [span.from, span.to, format.zone, frame.width],
  )
  const dayName = useMemo(
    () => new Intl.DateTimeFormat(format.locale, { day: 'numeric', month: 'short', timeZone: format.zone }),
    [i18n.language, format.zone],
  )
  const at = (event: PointerEvent<HTMLElement>) =>
    momentAt(frame, event.clientX - event.currentTarget.getBoundingClientRect().left)
  const bottom = frame.top + frame.height
  const right = frame.left + frame.width
  const shown = pointed === null ? null : steps[stepAt(steps, pointed)]
  const chosenX = xOf(frame, Math.max(frame.from, Date.parse(steps[chosen]?.from ?? span.from)))
  const zero = yOf(frame, 0)
  const least = steps.reduce((a, b) => Math.min(a, b.firm), Number.POSITIVE_INFINITY)
  const most = steps.reduce((a, b) => Math.max(a, b.firm), Number.NEGATIVE_INFINITY)
  return (
    <>
      <Group gap="lg" mb={6}>
        <Text size="sm">
          <span className={classes.key} aria-hidden />
          {t('availability.firm')}
        </Text>
        <Text size="sm">
          <span className={classes.key} data-worst aria-hidden />
          {t('availability.worst')}
        </Text>
      </Group>
      <div
        ref={ref}
        className={classes.chart}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerLeave={() => setPointed(null)}
        onPointerUp={(event) => props.onChoose(stepAt(steps, at(event)))}
      >
        <svg
          height={HEIGHT}
          role="img"
          aria-label={t('availability.chartOf', {
            name: props.name,
            from: format.dateTime(span.from),
            to: format.dateTime(span.to),
            least: signed(least),
            most: signed(most),
          })}
        >
          {scale.map((tick) => (
            <g key={tick}>
              <line
                className={tick === 0 ? classes.zero : classes.grid}
                x1={left}
                x2={right}
                y1={yOf(frame, tick)}
                y2={yOf(frame, tick)}
              />
              <text x={left - 8} y={yOf(frame, tick) + 4} textAnchor="end">
                {signed(tick)}
              </text>
            </g>
          ))}
          {marks.map((mark) => (
            <g key={mark.at}>
              <line
                className={classes.grid}
                x1={xOf(frame, Date.parse(mark.at))}
                x2={xOf(frame, Date.parse(mark.at))}
                y1={frame.top}
                y2={bottom}
              />
              <text
                x={Math.min(right - 16, Math.max(left + 8, xOf(frame, Date.parse(mark.at))))}
                y={HEIGHT - 8}
                textAnchor="middle"
              >
                {mark.hours ? format.time(mark.at) : dayName.format(new Date(mark.at))}
              </text>
            </g>
          ))}
          {frame.low < 0 && <rect className={classes.below} x={left} width={frame.width} y={zero} height={bottom - zero} />}
          <path className={classes.firmarea} d={areaOf(frame, steps, 'firm')} />
          <path className={classes.worst} d={pathOf(frame, steps, 'worst')} />
          <path className={classes.firm} d={pathOf(frame, steps, 'firm')} />
          <line className={classes.moment} x1={chosenX} x2={chosenX} y1={frame.top} y2={bottom} />
          {pointed !== null && (
            <line className={classes.pointed} x1={xOf(frame, pointed)} x2={xOf(frame, pointed)} y1={frame.top} y2={bottom} />
          )}
        </svg>
        {shown && pointed !== null && (
          <div
            className={classes.tip}
            aria-hidden
            style={
              xOf(frame, pointed) > left + frame.width / 2
                ? { right: right - xOf(frame, pointed) + 20 }
                : { left: xOf(frame, pointed) + 12 }
            }
          >
            <div>{format.dateTime(new Date(pointed).toISOString())}</div>
            <b>
              {t('availability.firm')} {signed(shown.firm)}
            </b>
            {' · '}
            {t('availability.worst')} {signed(shown.worst)}
          </div>
        )}
      </div>
    </>
  )
}
