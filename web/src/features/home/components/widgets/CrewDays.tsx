import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Crew } from '../../api/boards'
import classes from '../Boards.module.css'
import { Nothing } from './Nothing'

const dayAfter = (from: string, days: number) => new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000)

/** Who is responsible for events on which days. */
export function CrewDays({ crew }: { crew: Crew }) {
  const { t } = useTranslation()
  const format = useFormat()
  const days = Array.from({ length: crew.days }, (_, n) => dayAfter(crew.from, n))
  const letter = new Intl.DateTimeFormat(format.locale, { weekday: 'narrow', timeZone: 'UTC' })
  if (crew.people.length === 0 && crew.unassigned === 0) return <Nothing kind="CREW" />
  return (
    <>
      {crew.people.length > 0 && (
        <div className={classes.crew} tabIndex={0} role="region" aria-label={t('home.widgets.CREW.byDay')}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <span className={classes.hidden}>{t('home.widgets.CREW.person')}</span>
                </th>
                {days.map((day) => (
                  <th key={day.toISOString()} scope="col" data-weekend={[0, 6].includes(day.getUTCDay()) || undefined}>
                    <span aria-hidden>{letter.format(day)}</span>
                    <span className="num">{day.getUTCDate()}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {crew.people.map((person) => (
                <Person key={person.id} person={person} days={days} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {crew.more > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('home.widgets.CREW.others', { count: crew.more })}
        </Text>
      )}
      {crew.unassigned > 0 && (
        <Text size="sm" mt="xs">
          {t('home.widgets.CREW.unassigned', { count: crew.unassigned })}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {t('home.widgets.CREW.note')}
      </Text>
    </>
  )
}

function Person({ person, days }: { person: Crew['people'][number]; days: Date[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <tr>
      <th scope="row">
        {person.name}
        <span className="num">
          {person.clashes > 0
            ? t('home.widgets.CREW.clashes', { count: person.clashes })
            : t('home.widgets.CREW.events', { count: person.events })}
        </span>
      </th>
      {days.map((day, n) => {
        const events = person.eventsByDay[n] ?? 0
        const words = t('home.widgets.CREW.day', { count: events, day: format.date(day.toISOString().slice(0, 10)) })
        return (
          <td key={day.toISOString()} data-events={Math.min(2, events)} title={words}>
            <span className={classes.hidden}>{words}</span>
            {events > 1 && (
              <span aria-hidden className="num">
                {events}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
