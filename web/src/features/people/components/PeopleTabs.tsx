import { Box, Tabs } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '@/components/PageHeader'

/** Users, invitations and roles are one place with three doors. */
export function PeopleTabs({
  tab,
  actions,
  children,
}: {
  tab: '/users' | '/users/invitations' | '/users/roles'
  actions?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={t('people.title')} text={t('people.text')}>
        {actions}
      </PageHeader>
      <Tabs value={tab} onChange={(to) => to && void navigate({ to: to as typeof tab })} mb="md">
        <Tabs.List>
          <Tabs.Tab value="/users">{t('people.users')}</Tabs.Tab>
          <Tabs.Tab value="/users/invitations">{t('people.invitations')}</Tabs.Tab>
          <Tabs.Tab value="/users/roles">{t('people.roles')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Box>{children}</Box>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
