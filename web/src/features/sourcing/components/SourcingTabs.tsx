import { Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import classes from '@/components/TabRow.module.css'

const tabs = [
  ['/sub-hires', 'sourcing.subHires'],
  ['/planned-stock', 'sourcing.plans'],
] as const
/** Pixels of page above a list that fills the rest: header and tabs. */
export const ABOVE = 124

/** What partners lend and borrow, and what is bought and sold. */
export function SourcingTabs({ tab }: { tab: (typeof tabs)[number][0] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Tabs value={tab} onChange={(to) => to && void navigate({ href: to })} mb="md">
      <Tabs.List className={classes.tabs}>
        {tabs.map(([to, label]) => (
          <Tabs.Tab key={to} value={to}>
            {t(label)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
