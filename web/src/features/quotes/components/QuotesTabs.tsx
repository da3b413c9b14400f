import { Button, Tabs } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useShownTab } from '@/components/useShownTab'
import { useCan } from '@/lib/session'

const NewQuote = later(() => import('./NewQuote').then((file) => file.NewQuote))

const tabs = [
  ['/quotes', 'quotes.quotes'],
  ['/quotes/templates', 'quotes.templates'],
  ['/quotes/prices', 'quotes.prices'],
] as const
/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

/** Quotes, templates for them, and what their prices are looked up in. */
export function QuotesTabs({ tab, children }: { tab: (typeof tabs)[number][0]; children: ReactNode }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const list = useShownTab(tab)
  const [creating, setCreating] = useState(false)
  return (
    <>
      <PageHeader title={t('quotes.quotes')} text={t('quotes.text')}>
        {can('QUOTE_EDIT') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t('quotes.new')}
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
      {creating && <NewQuote template={tab === '/quotes/templates'} onClose={() => setCreating(false)} />}
    </>
  )
}
