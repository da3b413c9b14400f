import { Alert, Box, Tabs } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import classes from '@/components/TabRow.module.css'
import { useShownTab } from '@/components/useShownTab'
import { standingQuery } from '../api/mail'
import { MailLog } from './MailLog'
import { ServerForm } from './ServerForm'
import { TemplateList } from './TemplateList'

const tabs = { server: ServerForm, words: TemplateList, log: MailLog } as const
type Tab = keyof typeof tabs

/** Through which server e-mail leaves, in which words, and what became of each. */
export function MailPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { tab?: string }
  const tab: Tab = search.tab && search.tab in tabs ? (search.tab as Tab) : 'server'
  const list = useShownTab(tab)
  const standing = useQuery(standingQuery).data
  const Shown = tabs[tab]
  return (
    <>
      <TextLink to="/settings" size="sm">
        {t('mail.toSettings')}
      </TextLink>
      <PageHeader title={t('mail.title')} text={t('mail.text')} />
      {standing && (!standing.ready || standing.stuck > 0 || standing.kept > 0) && (
        <Alert color={standing.ready ? 'warn' : 'info'} icon={<IconMailOff aria-hidden />} mb="md" maw={860}>
          {[
            !standing.ready && t('mail.notReady'),
            standing.kept > 0 && t('mail.keptCount', { count: standing.kept }),
            standing.stuck > 0 && t('mail.stuckCount', { count: standing.stuck }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Alert>
      )}
      <Tabs value={tab} onChange={(to) => to && void navigate({ href: `/settings/mail?tab=${to}` })}>
        <Tabs.List className={classes.tabs} ref={list}>
          {(Object.keys(tabs) as Tab[]).map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`mail.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Box maw={tab === 'log' ? undefined : 860}>
            <Shown />
          </Box>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
