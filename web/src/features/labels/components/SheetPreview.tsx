import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { logoUrl } from '@/components/CompanyMark'
import { useMe } from '@/lib/session'
import type { Geometry, Preview } from '../api/labels'
import classes from './SheetPreview.module.css'

const buttonsMax = 150

/**
 * A sheet to scale in millimetres: taken labels hatched, the ones about to be printed with what they will say, free ones
 * empty. A click on a label makes it the first.
 */
export function SheetPreview({
  geometry: g,
  label,
  count,
  startAt,
  onStartAt,
  maxHeight = 560,
  numbered,
}: {
  geometry: Geometry
  label?: Preview
  /** How many labels are to be printed; the rest goes on further sheets. */
  count: number
  startAt: number
  onStartAt?: (position: number) => void
  maxHeight?: number
  /** Counts the label's number up from place to place, as on a sheet for many things. */
  numbered?: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  const total = Math.min(1000, Math.max(1, g.columns) * Math.max(1, g.rows))
  const places = Array.from({ length: total }, (_, index) => ({
    position: index + 1,
    x: g.marginLeftMillimetres + (index % g.columns) * g.columnPitchMillimetres,
    y: g.marginTopMillimetres + Math.floor(index / g.columns) * g.rowPitchMillimetres,
  }))
  const { labelWidthMillimetres: w, labelHeightMillimetres: h, pageWidthMillimetres: pw, pageHeightMillimetres: ph } = g
  if (!(pw > 0 && ph > 0)) return null
  const head = numbered ? label?.lines.find((line) => line.bold && /\d$/.test(line.text)) : undefined
  const hair = Math.max(pw, ph) / 900
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <div className={classes.frame} style={{ maxWidth: Math.min(520, (maxHeight * pw) / ph) }}>
      <svg
        className={classes.paper}
        viewBox={`0 0 ${pw} ${ph}`}
        role="img"
        aria-label={t('labels.sheetOf', { columns: g.columns, rows: g.rows, width: w, height: h })}
      >
        <defs>
          <pattern id={`${id}used`} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1" height="3" fill="#dfe3e7" />
          </pattern>
          <symbol id={`${id}label`} viewBox={`0 0 ${w} ${h}`}>
            {label ? <LabelInk label={label} without={head} /> : <Placeholder width={w} height={h} />}
          </symbol>
        </defs>
        {places.map(({ position, x, y }) => {
          const used = position < startAt
          const printed = !used && position < startAt + count
          return (
            <g key={position}>
              <rect
                x={x}
                y={y}
                width={w}
                height={h}
                rx={g.cornerRadiusMillimetres}
                fill={used ? `url(#${id}used)` : 'none'}
                stroke={printed ? '#0e7a75' : '#c3cad0'}
                strokeWidth={printed ? hair * 1.6 : hair}
              />
              {printed && <use href={`#${id}label`} x={x} y={y} width={w} height={h} />}
              {printed && head && (
                <g transform={`translate(${x} ${y})`}>
                  <InkLine line={{ ...head, text: counted(head.text, position - startAt) }} />
                </g>
              )}
            </g>
          )
        })}
      </svg>
      {onStartAt &&
        total > 1 &&
        total <= buttonsMax &&
        places.map(({ position, x, y }) => (
          <button
            key={position}
            type="button"
            className={classes.cell}
            tabIndex={position === startAt ? 0 : -1}
            aria-label={t('labels.startHere', { position })}
            aria-pressed={position === startAt}
            onClick={() => onStartAt(position)}
            onKeyDown={(event) => {
              const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: g.columns, ArrowUp: -g.columns }[event.key]
              const next = step ? position + step : 0
              if (next < 1 || next > total) return
              event.preventDefault()
              onStartAt(next)
              event.currentTarget.parentElement?.querySelectorAll('button')[next - 1]?.focus()
            }}
            style={{ left: share(x, pw), top: share(y, ph), width: share(w, pw), height: share(h, ph) }}
          />
        ))}
    </div>
  )
}

type Line = Preview['lines'][number]

/** SM58-001, then SM58-002 and so on. */
const counted = (text: string, by: number) =>
  text.replace(/\d+$/, (digits) => String(Number(digits) + by).padStart(digits.length, '0'))

/** One label exactly as it will be printed. */
function LabelInk({ label: { code, lines, logo }, without }: { label: Preview; without?: Line }) {
  const { logoFileId } = useMe().company
  return (
    <>
      <path
        transform={`translate(${code.xMillimetres} ${code.yMillimetres}) scale(${code.moduleMillimetres})`}
        d={code.codePath}
        fillRule="evenodd"
        fill="#000"
      />
      {lines.map((line) => line !== without && <InkLine key={`${line.baselineMillimetres} ${line.text}`} line={line} />)}
      {logo && logoFileId && (
        <image
          href={logoUrl(logoFileId, 512)}
          x={logo.xMillimetres}
          y={logo.yMillimetres}
          width={logo.widthMillimetres}
          height={logo.heightMillimetres}
        />
      )}
    </>
  )
}

function InkLine({ line }: { line: Line }) {
  return (
    <text
      x={line.xMillimetres}
      y={line.baselineMillimetres}
      fontSize={line.sizeMillimetres}
      fontWeight={line.bold ? 700 : 500}
      fontFamily="'Inter Variable', sans-serif"
      fill="#000"
    >
      {line.text}
    </text>
  )
}

/** Where code and text will be, while there is nothing to show yet. */
function Placeholder({ width, height }: { width: number; height: number }) {
  const beside = width >= 1.4 * height
  const side = beside ? Math.min(width * 0.45, height * 0.82) : Math.min(width * 0.8, height * 0.6)
  const x = beside ? (height - side) / 2 : (width - side) / 2
  const y = beside ? (height - side) / 2 : height * 0.06
  const textX = beside ? x + side + height * 0.1 : width * 0.15
  const textY = beside ? y : y + side + height * 0.06
  const textWidth = beside ? width - textX - height * 0.08 : width * 0.7
  if (!(side > 0 && textWidth > 0)) return null
  return (
    <>
      <rect x={x} y={y} width={side} height={side} rx={side / 14} fill="#2b323a" />
      <rect x={textX} y={textY} width={textWidth} height={height * 0.14} rx={height * 0.03} fill="#55606b" />
      <rect x={textX} y={textY + height * 0.2} width={textWidth * 0.7} height={height * 0.08} rx={height * 0.02} fill="#a3adb8" />
    </>
  )
}
