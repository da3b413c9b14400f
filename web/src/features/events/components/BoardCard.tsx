import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight, IconBan, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '@/components/StatusBadge'
import type { Event } from '../api/events'
import { isBack, type Phase, successors } from '../model/phases'
import classes from './Board.module.css'
import { useWhen } from './useWhen'

/** An event on the board: dragged by hand, moved by its menu without one. */
export function BoardCard(props: {
  event: Event
  editable: boolean
  dragged: boolean
  onDrag: (now: boolean) => void
  move: (to: Phase) => void
}) {
  const { t } = useTranslation()
  const { event } = props
  const when = useWhen()(event.timeZone)
  const next = successors[event.phase]
  // The column says the rest.
  const own = event.ownPhaseName === t(`events.phases.${event.phase}`) ? null : event.ownPhaseName
  return (
    <li
      className={classes.card}
      data-event={event.id}
      style={{ '--paint': event.colour ?? 'var(--mantine-color-default-border)' } as CSSProperties}
      draggable={props.editable}
      data-dragged={props.dragged || undefined}
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = 'move'
        drag.dataTransfer.setData('text/plain', event.name)
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
    >
      <div className={classes.title}>
        <Link to={`/events/${event.id}` as '/'} draggable={false}>
          {event.name}
        </Link>
        {props.editable && next.length > 0 && (
          <Menu width={230}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('events.moveNamed', { name: event.name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {next.map((to) => (
                <Menu.Item
                  key={to}
                  color={to === 'CANCELLED' ? 'var(--mantine-color-error)' : undefined}
                  leftSection={
                    to === 'CANCELLED' ? (
                      <IconBan size={16} aria-hidden />
                    ) : isBack(event.phase, to) ? (
                      <IconArrowBackUp size={16} aria-hidden />
                    ) : (
                      <IconArrowRight size={16} aria-hidden />
                    )
                  }
                  onClick={() => props.move(to)}
                >
                  {to === 'CANCELLED'
                    ? t('events.cancelEvent')
                    : t(isBack(event.phase, to) ? 'events.backTo' : 'events.moveTo', { phase: t(`events.phases.${to}`) })}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <span className="num">{when.days(event)}</span>
      {(event.clientName ?? event.venueName) && (
        <span className={classes.where}>{[event.clientName, event.venueName].filter(Boolean).join(' · ')}</span>
      )}
      {(own ?? event.optionedUntil) && (
        <span className={classes.badges}>
          {own && <StatusBadge tone="gray">{own}</StatusBadge>}
          {event.optionedUntil && (
            <StatusBadge tone="warn">{t('events.optionUntil', { moment: when.moment(event.optionedUntil) })}</StatusBadge>
          )}
        </span>
      )}
    </li>
  )
}
