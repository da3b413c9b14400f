import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'

type Tab = '/labels' | '/labels/blank' | '/labels/formats'

/** Printing, labels printed ahead, and what labels look like. */
export function LabelsTabs({ tab, actions, children }: { tab: Tab; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('labels.title')} text={t('labels.text')}>
        {actions}
      </PageHeader>
      <Tabs value={tab} onChange={(to) => to && void navigate({ to: to as Tab })} mb="md">
        <Tabs.List>
          <Tabs.Tab value="/labels">{t('labels.print')}</Tabs.Tab>
          <Tabs.Tab value="/labels/blank">{t('labels.blank')}</Tabs.Tab>
          <Tabs.Tab value="/labels/formats">{t('labels.formats')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          {children}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
