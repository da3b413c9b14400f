import { Link } from '@tanstack/react-router'
import type { ComponentPropsWithoutRef, CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Painted } from './CalendarPage'
import { useWhen } from './useWhen'

/** An event in a calendar; whoever hears it hears when and in which phase it is. */
export function EventLink({ entry, style, ...rest }: { entry: Painted } & Omit<ComponentPropsWithoutRef<'a'>, 'href'>) {
  const { t } = useTranslation()
  const when = useWhen()(entry.timeZone)
  const phase = entry.ownPhaseName ?? t(`events.phases.${entry.phase}`)
  const told = [entry.number, entry.name, when.span(entry), entry.venueName, phase].filter(Boolean)
  return (
    <Link
      to={`/events/${entry.id}` as '/'}
      {...rest}
      style={{ ...style, '--paint': entry.paint } as CSSProperties}
      title={told.join(' · ')}
      aria-label={told.join(', ')}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
