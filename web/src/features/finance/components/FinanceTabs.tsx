import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useShownTab } from '@/components/useShownTab'

const bills = [
  ['/invoices', 'finance.invoices'],
  ['/invoices/payments', 'finance.payments'],
  ['/invoices/reminders', 'finance.reminders'],
  ['/invoices/ageing', 'finance.ageing'],
] as const
const books = [
  ['/ledger', 'finance.journal'],
  ['/ledger/balances', 'finance.balances'],
  ['/ledger/months', 'finance.months'],
  ['/ledger/accounts', 'finance.accounts'],
  ['/ledger/settings', 'finance.settings'],
] as const
/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

type Props = { children: ReactNode; actions?: ReactNode }

function Row({
  title,
  text,
  tabs,
  tab,
  children,
  actions,
}: Props & {
  title: string
  text: string
  tabs: readonly (readonly [string, string])[]
  tab: string
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useShownTab(tab)
  return (
    <>
      <PageHeader title={title} text={text}>
        {actions}
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

/** What is billed, paid, reminded of and owed. */
export function BillTabs({ tab, ...props }: Props & { tab: (typeof bills)[number][0] }) {
  const { t } = useTranslation()
  return <Row title={t('finance.invoices')} text={t('finance.invoicesText')} tabs={bills} tab={tab} {...props} />
}

/** The books: what was posted, what it adds up to, and how it is set up. */
export function BookTabs({ tab, ...props }: Props & { tab: (typeof books)[number][0] }) {
  const { t } = useTranslation()
  return <Row title={t('finance.ledger')} text={t('finance.ledgerText')} tabs={books} tab={tab} {...props} />
}
