import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import type { Event } from '../api/events'
import type { Missing } from '../api/phase'
import type { Phase } from '../model/phases'
import { ShortageList } from './Shortages'

const known = ['client', 'planner', 'pull-list', 'warehouse', 'not-enough', 'not-returned', 'has-left', 'not-given-back']
/** In a line; more stand below, or where the link leads. */
const NAMED = 3

/** It is only stock that lacks, and who may overbook may go on without it. */
export const onlyStock = (missing: readonly Missing[]) => missing.length > 0 && missing.every((one) => one.shortages.length > 0)

/** What is missing for a phase, each with what to do; of stock, what and who has it. `brief`: in a line, where the event's page says the rest. */
export function MissingList(props: {
  missing: readonly Missing[]
  event: Pick<Event, 'id' | 'timeZone'>
  phase: Phase
  brief?: boolean
  onLeave?: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = (one: Missing) => {
    if (!known.includes(one.code)) return one.message
    const code = one.code === 'not-enough' && props.phase !== 'CONFIRMED' ? 'not-there' : one.code
    const more = one.count - one.names.length
    const names = one.names.join(', ') + (more > 0 ? ` ${t('events.andMore', { number: format.number(more) })}` : '')
    return t(`events.missing.${code}`, { names })
  }
  const first = (one: Missing) => {
    const named = one.shortages
      .slice(0, NAMED)
      .map(({ quantity, item }) => t('events.times', { number: format.number(quantity), item }))
      .join(', ')
    const more = one.shortages.length - NAMED
    return more > 0 ? `${named} ${t('events.andMore', { number: format.number(more) })}` : named
  }
  const shortages = props.missing.flatMap((one) => one.shortages)
  return (
    <>
      <List size="sm" spacing={4}>
        {props.missing.map((one) => (
          <List.Item key={one.code + one.message}>
            <Numbered>{words(one)}</Numbered>
            {one.things?.map((thing) => (
              <TextLink
                key={thing.id}
                to={(kindPath(thing.kind, thing.id) ?? '/') as '/'}
                size="sm"
                display="block"
                onClick={props.onLeave}
              >
                {thing.label}
              </TextLink>
            ))}
            {one.things && one.things.length > 0 && one.count > one.things.length && (
              <div>{t('events.andMore', { number: format.number(one.count - one.things.length) })}</div>
            )}
            {props.brief && one.shortages.length > 0 && ` ${first(one)}`}
          </List.Item>
        ))}
      </List>
      {shortages.length > 0 && (
        <>
          {!props.brief && (
            <div style={{ marginTop: 8 }}>
              <ShortageList shortages={shortages} timeZone={props.event.timeZone} />
            </div>
          )}
          <TextLink
            to={`/events/${props.event.id}` as '/'}
            hash="lacking"
            size="sm"
            mt={6}
            display="block"
            onClick={props.onLeave}
          >
            {t('events.whatCanBeDone')}
          </TextLink>
        </>
      )}
    </>
  )
}
