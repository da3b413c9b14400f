import { Tabs } from '@mantine/core'
import { IconPlus, IconSettings } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useShownTab } from '@/components/useShownTab'
import { useCan } from '@/lib/session'

const tabs = [
  ['/events', 'events.list'],
  ['/events/calendar', 'events.calendar'],
  ['/events/board', 'events.board'],
  ['/events/templates', 'events.templates'],
] as const
export type EventsTab = (typeof tabs)[number][0]

/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

/** Events as a list, by date and by phase, and what new ones are made from. */
export function EventsTabs({ tab, children }: { tab: EventsTab; children: ReactNode }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const list = useShownTab(tab)
  return (
    <>
      <PageHeader title={t('events.events')} text={t('events.eventsText')}>
        {can('EVENT_CONFIRM') && (
          <ButtonLink to={'/settings/planning' as '/'} variant="default" leftSection={<IconSettings size={16} aria-hidden />}>
            {t('events.planning')}
          </ButtonLink>
        )}
        <NewEventButton />
      </PageHeader>
      <Tabs value={tab} onChange={(to) => to && void navigate({ href: to })} mb="md">
        <Tabs.List className={classes.tabs} ref={list}>
          {tabs.map(([to, label]) => (
            <Tabs.Tab key={to} value={to}>
              {t(label)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          {children}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

export function NewEventButton({ search }: { search?: Record<string, string> }) {
  const { t } = useTranslation()
  const can = useCan()
  if (!can('EVENT_EDIT')) return null
  return (
    <ButtonLink to={'/events/new' as '/'} search={search as never} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('events.newEvent')}
    </ButtonLink>
  )
}
