import { IconCalendarEvent } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { PartControl } from '@/components/PartControl'
import { useShow } from '@/components/useShow'
import { dayEdge, useFormat } from '@/lib/format'
import { wallOf } from '@/lib/wall'
import { EventGrid } from './EventGrid'
import { ABOVE, EventsTabs, NewEventButton } from './EventsTabs'

const parts = ['coming', 'past', 'all'] as const

/** The company's events: what comes, what was, and all of it. */
export function EventsPage() {
  const { t } = useTranslation()
  const { timeZone } = useFormat()
  const [part, setPart] = useShow(parts)
  const search = useSearch({ strict: false }) as Partial<Record<'from' | 'to' | 'beginsFrom' | 'beginsTo', unknown>>
  // Today does not move under somebody's hands.
  const [today] = useState(() => dayEdge(wallOf(new Date().toISOString(), timeZone ?? 'UTC').slice(0, 10), 'start', timeZone))
  // Who asks for days of their own means those.
  const [from, to] = [search.from ?? search.beginsFrom, search.to ?? search.beginsTo]
  const fixed = part === 'coming' && !from ? { from: today } : part === 'past' && !to ? { to: today } : undefined
  return (
    <EventsTabs tab="/events">
      <EventGrid
        key={part}
        fixed={fixed}
        sort={part === 'coming' ? 'from' : '-from'}
        above={ABOVE}
        empty={
          <EmptyState
            icon={IconCalendarEvent}
            title={t(part === 'all' ? 'events.none' : `events.noneIn.${part}`)}
            text={t('events.noneText')}
          >
            <NewEventButton />
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`events.parts.${one}`)} />
      </EventGrid>
    </EventsTabs>
  )
}
