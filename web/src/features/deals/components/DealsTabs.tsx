import { Button, Modal, Tabs, Text } from '@mantine/core'
import { IconInbox, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useRefresh } from '@/components/useRefresh'
import { useShownTab } from '@/components/useShownTab'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { type Deal, emptyDeal, touched } from '../api/deals'

const DealForm = later(() => import('./DealForm').then((file) => file.DealForm))

const tabs = [
  ['/deals/board', 'deals.board'],
  ['/deals', 'deals.list'],
  ['/deals/forecast', 'deals.forecast'],
  ['/deals/pipelines', 'deals.pipelines'],
] as const
export type DealsTab = (typeof tabs)[number][0]
/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

/** Deals as a board, as a list, by month, and the pipelines they go through. */
export function DealsTabs({ tab, children }: { tab: DealsTab; children: ReactNode }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const list = useShownTab(tab)
  const refresh = useRefresh(touched)
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  return (
    <>
      <PageHeader title={t('deals.deals')} text={t('deals.dealsText')}>
        <ButtonLink to={'/leads' as '/'} variant="default" leftSection={<IconInbox size={16} aria-hidden />}>
          {t('deals.leads')}
        </ButtonLink>
        {can('DEAL_EDIT') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t('deals.newDeal')}
          </Button>
        )}
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
      <Modal opened={creating} onClose={close} size="lg" title={<Text fw={650}>{t('deals.newDeal')}</Text>}>
        <DealForm
          values={emptyDeal}
          inDialog
          fresh
          submitLabel={t('deals.create')}
          onCancel={close}
          save={(values) => api.post<Deal>('/deals', values)}
          onSaved={async (deal) => {
            await refresh()
            await navigate({ href: `/deals/${deal.id}` })
          }}
        />
      </Modal>
    </>
  )
}
