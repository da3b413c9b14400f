import { Button, Card, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconMailForward, IconUserPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { CopyButton } from '@/components/CopyButton'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Invitation, invitationsQuery, withdraw } from '../api/people'
import { PeopleTabs } from './PeopleTabs'

const InviteDialog = later(() => import('./InviteDialog').then((file) => file.InviteDialog))

export function InvitationsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(invitationsQuery)
  const [inviting, setInviting] = useState(false)
  const inviteButton = can('USER_EDIT') && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {t('people.invite')}
    </Button>
  )
  const ask = (invitation: Invitation) =>
    confirm({
      title: t('people.withdrawTitle', { name: invitation.name }),
      text: t('people.withdrawText'),
      action: t('people.withdraw'),
      danger: true,
      run: async () => {
        await withdraw(invitation.id)
        await queryClient.invalidateQueries({ queryKey: ['invitations'] })
      },
    })
  return (
    <PeopleTabs tab="/users/invitations" actions={inviteButton}>
      <Card padding={0}>
        <QueryState query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconMailForward} title={t('people.noInvitations')} text={t('people.noInvitationsText')} />
            ) : (
              <WideTable minWidth={640} label={t('people.invitations')}>
                <Table horizontalSpacing="md">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('people.name')}</Table.Th>
                      <Table.Th>{t('people.roles')}</Table.Th>
                      <Table.Th>{t('people.expires')}</Table.Th>
                      <Table.Th>
                        <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((invitation) => (
                      <Table.Tr key={invitation.id}>
                        <Table.Td>
                          <Text size="sm" fw={550}>
                            {invitation.name}
                          </Text>
                          <Text size="xs" c="dimmed">
                            {invitation.email}
                          </Text>
                        </Table.Td>
                        <Table.Td>{invitation.roles.map((role) => role.name).join(', ')}</Table.Td>
                        <Table.Td title={format.dateTime(invitation.expiresAt)}>{format.relative(invitation.expiresAt)}</Table.Td>
                        <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                          {invitation.link && <CopyButton value={invitation.link} />}
                          {can('USER_EDIT') && (
                            <Button size="compact-sm" variant="subtle" onClick={() => ask(invitation)}>
                              {t('people.withdraw')}
                            </Button>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
            )
          }
        </QueryState>
      </Card>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PeopleTabs>
  )
}
