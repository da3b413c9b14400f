import { Badge, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useShownTab } from '@/components/useShownTab'
import { useFormat } from '@/lib/format'
import { dueCountQuery } from '../api/inspections'

type Tab = '/maintenance' | '/maintenance/due' | '/maintenance/inspections' | '/maintenance/plans'

/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

/** Repairs, what has to be inspected, what was found, and by which plans. */
export function MaintenanceTabs({ tab, actions, children }: { tab: Tab; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const { data: count } = useQuery(dueCountQuery)
  const late = count ? count.overdue + count.failed : 0
  const list = useShownTab(tab, late)
  return (
    <>
      <PageHeader title={t('maintenance.title')} text={t('maintenance.text')}>
        {actions}
      </PageHeader>
      <Tabs value={tab} onChange={(to) => to && void navigate({ href: to })} mb="md">
        <Tabs.List className={classes.tabs} ref={list}>
          <Tabs.Tab value="/maintenance">{t('maintenance.repairs')}</Tabs.Tab>
          <Tabs.Tab
            value="/maintenance/due"
            rightSection={
              late > 0 && (
                <Badge size="sm" color="bad" variant="light" aria-label={t('maintenance.lateCount', { count: late })}>
                  {format.number(late)}
                </Badge>
              )
            }
          >
            {t('maintenance.due')}
          </Tabs.Tab>
          <Tabs.Tab value="/maintenance/inspections">{t('maintenance.inspections')}</Tabs.Tab>
          <Tabs.Tab value="/maintenance/plans">{t('maintenance.plans')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          {children}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
