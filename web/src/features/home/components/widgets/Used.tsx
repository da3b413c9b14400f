import { Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { UsedDay, Utilisation } from '../../api/boards'
import classes from '../Boards.module.css'
import { Figure } from './Figure'
import { Nothing } from './Nothing'

const share = (part: number, whole: number) => (whole > 0 ? Math.min(100, (part / whole) * 100) : part > 0 ? 100 : 0)

/** How much of the equipment is wanted, day by day: each day stands by its fullest moment. */
export function Used({ used }: { used: Utilisation }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (used.places.length === 0) return <Nothing kind="UTILISATION" />
  const lacking = Math.max(0, ...used.days.map((day) => day.lacking))
  // A company that uses a twentieth of its shelves wants to see that twentieth.
  const fullest = Math.max(...used.days.map((day) => share(day.wanted + day.optioned, day.stock)))
  const top = [5, 10, 25, 50].find((one) => fullest <= one) ?? 100
  return (
    <>
      <div className={classes.figures}>
        <Figure
          label={used.categoryName ?? t('home.widgets.UTILISATION.all')}
          value={format.percent(used.averagePercent)}
          note={t('home.widgets.UTILISATION.average')}
        />
        <Figure
          label={t('home.widgets.UTILISATION.peak')}
          value={format.percent(used.peakPercent)}
          note={used.peakDay ? format.date(used.peakDay) : undefined}
        />
        {lacking > 0 && (
          <Figure
            label={t('home.widgets.UTILISATION.lacking')}
            value={format.number(lacking)}
            note={t('home.widgets.UTILISATION.lackingNote')}
            tone="bad"
          />
        )}
      </div>
      <div
        className={classes.days}
        role="img"
        aria-label={t('home.widgets.UTILISATION.chart', {
          average: format.percent(used.averagePercent),
          peak: format.percent(used.peakPercent),
          day: format.date(used.peakDay),
        })}
      >
        {used.days.map((day) => (
          <Bar key={day.day} day={day} top={top} />
        ))}
      </div>
      <div className={classes.scale} aria-hidden>
        <span>{format.date(used.days[0]?.day)}</span>
        <span>{t('home.widgets.UTILISATION.scale', { percent: format.percent(top) })}</span>
        <span>{format.date(used.days[used.days.length - 1]?.day)}</span>
      </div>
      {used.places.length > 1 && (
        <ul className={classes.places}>
          {used.places.map((place) => (
            <li key={place.warehouseId}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm" truncate>
                  {place.name}
                </Text>
                <Text size="sm" className="num" style={{ whiteSpace: 'nowrap' }}>
                  {format.percent(place.averagePercent)}
                  <Text span size="xs" c="dimmed" ml={6}>
                    {t('home.widgets.UTILISATION.upTo', { percent: format.percent(place.peakPercent) })}
                  </Text>
                </Text>
              </Group>
              <Progress value={place.averagePercent} size="sm" aria-label={place.name} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Bar({ day, top }: { day: UsedDay; top: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const height = (part: number) => Math.min(100, (share(part, day.stock) / top) * 100)
  const firm = height(day.wanted)
  const optioned = Math.min(100 - firm, height(day.optioned))
  return (
    <span
      data-lacking={day.lacking > 0 || undefined}
      title={t('home.widgets.UTILISATION.day', {
        day: format.date(day.day),
        wanted: format.number(day.wanted),
        stock: format.number(day.stock),
        optioned: format.number(day.optioned),
      })}
    >
      <i style={{ height: `${optioned}%` }} />
      <b style={{ height: `${Math.max(firm, 1)}%` }} />
    </span>
  )
}
