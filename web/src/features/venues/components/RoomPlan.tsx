import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Room } from '../api/venues'

/** The room from above with its rigging points, to scale; nothing where the room's size or all positions are unknown. */
export function RoomPlan({ room }: { room: Room }) {
  const { t } = useTranslation()
  const format = useFormat()
  const placed = room.riggingPoints.filter((point) => point.xMillimetres !== null && point.yMillimetres !== null)
  if (!room.lengthMillimetres || !room.widthMillimetres || placed.length === 0) return null
  const across = room.lengthMillimetres / 1000
  const deep = room.widthMillimetres / 1000
  const unit = Math.max(across / 60, deep / 30)
  const margin = unit * 3
  return (
    <svg
      role="img"
      aria-label={t('venues.planOf', { name: room.name, count: placed.length })}
      preserveAspectRatio="xMinYMin meet"
      viewBox={`${-margin} ${-margin} ${across + margin * 2} ${deep + margin * 2}`}
      style={{ width: '100%', maxWidth: 640, maxHeight: 320, display: 'block' }}
    >
      <rect
        width={across}
        height={deep}
        fill="var(--ek-hover)"
        stroke="var(--mantine-color-dimmed)"
        strokeWidth={unit / 6}
        rx={unit / 4}
      />
      {placed.map((point) => (
        <g key={point.id} transform={`translate(${point.xMillimetres! / 1000} ${point.yMillimetres! / 1000})`}>
          <title>{`${point.name}: ${format.number(point.workingLoadLimitKilograms)} kg`}</title>
          <circle r={unit * 0.55} fill="var(--mantine-primary-color-filled)" />
          <text y={-unit * 0.9} textAnchor="middle" fontSize={unit * 1.5} fill="var(--mantine-color-text)">
            {point.name}
          </text>
        </g>
      ))}
      <text x={across / 2} y={deep + unit * 2.2} textAnchor="middle" fontSize={unit * 1.6} fill="var(--mantine-color-dimmed)">
        {`${format.number(across)} × ${format.number(deep)} m`}
      </text>
    </svg>
  )
}
