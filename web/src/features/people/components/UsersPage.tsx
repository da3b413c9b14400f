import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconKey, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '@/components/CopyButton'
import { EmptyState } from '@/components/EmptyState'
import { SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { changeUser, getUser, makeResetLink, rolesQuery, type User, userInput, userInputOf } from '../api/people'
import { PeopleTabs } from './PeopleTabs'

const InviteDialog = later(() => import('./InviteDialog').then((file) => file.InviteDialog))
const RolesField = later(() => import('./RolesField').then((file) => file.RolesField))

export function UsersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const roles = useQuery(rolesQuery)
  const [editing, setEditing] = useState<User | null>(null)
  const [inviting, setInviting] = useState(false)
  const columns = useMemo<Column<User>[]>(
    () => [
      {
        id: 'name',
        header: t('people.name'),
        cell: (user) => <b style={{ fontWeight: 550 }}>{user.name}</b>,
        sort: 'name',
        width: 220,
        card: 'title',
      },
      {
        id: 'email',
        header: t('people.email'),
        cell: (user) => user.email,
        sort: 'email',
        width: 240,
        grow: true,
        card: 'subtitle',
      },
      { id: 'roles', header: t('people.roles'), cell: (user) => user.roles.map((role) => role.name).join(', '), width: 240 },
      {
        id: 'state',
        header: t('people.state'),
        cell: (user) => (
          <StatusBadge tone={user.state === 'ACTIVE' ? 'ok' : 'gray'}>{t(`people.states.${user.state}`)}</StatusBadge>
        ),
        width: 130,
        card: 'badge',
      },
      {
        id: 'lastSeenAt',
        header: t('people.lastSeen'),
        cell: (user) => (user.lastSeenAt ? format.relative(user.lastSeenAt) : t('people.never')),
        width: 170,
      },
      {
        id: 'createdAt',
        header: t('people.since'),
        cell: (user) => format.date(user.createdAt),
        sort: 'createdAt',
        width: 140,
        hidden: true,
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'state',
        label: t('people.state'),
        kind: 'options',
        single: true,
        options: [
          { value: 'ACTIVE', label: t('people.states.ACTIVE') },
          { value: 'SUSPENDED', label: t('people.states.SUSPENDED') },
        ],
      },
      {
        id: 'role',
        label: t('people.role'),
        kind: 'options',
        single: true,
        options: (roles.data?.items ?? []).map((role) => ({ value: role.id, label: role.name })),
      },
    ],
    [t, roles.data],
  )
  const inviteButton = can('USER_EDIT') && (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {t('people.invite')}
    </Button>
  )
  return (
    <PeopleTabs tab="/users" actions={inviteButton}>
      <DataGrid<User>
        list="users"
        label={t('people.users')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        rowLabel={(user) => user.name}
        onOpen={can('USER_EDIT') ? setEditing : undefined}
        above={124}
        empty={<EmptyState icon={IconUsers} title={t('people.noUsers')} text={t('people.noUsersText')} />}
      />
      {editing && <UserDialog user={editing} onClose={() => setEditing(null)} />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </PeopleTabs>
  )
}

function UserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [link, setLink] = useState<{ link: string; expiresAt: string; mailed?: boolean }>()
  const reset = async () => {
    try {
      setLink(await makeResetLink(user.id))
    } catch (error) {
      showProblem(text(error))
    }
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{user.name}</Text>}>
      <ResourceForm
        schema={userInput}
        values={userInputOf(user)}
        version={user.version}
        inDialog
        onCancel={onClose}
        save={(_, { changed, version }) => changeUser(user.id, changed, version)}
        reload={async () => {
          const fresh = await getUser(user.id)
          return { values: userInputOf(fresh), version: fresh.version }
        }}
        onSaved={async (saved) => {
          await queryClient.invalidateQueries({ queryKey: ['users'] })
          showDone(t('people.saved', { name: saved.name }))
          onClose()
        }}
      >
        <Text size="sm" c="dimmed">
          {user.email}
        </Text>
        <TextField name="name" label={t('people.name')} required />
        <RolesField name="roleIds" />
        <SelectField
          name="state"
          label={t('people.state')}
          description={t('people.stateHint')}
          required
          data={[
            { value: 'ACTIVE', label: t('people.states.ACTIVE') },
            { value: 'SUSPENDED', label: t('people.states.SUSPENDED') },
          ]}
        />
        {link ? (
          <LinkToHandOver
            link={link.link}
            label={t('people.resetLink')}
            text={[t('people.linkExpires', { when: format.dateTime(link.expiresAt) }), link.mailed && t('people.mailed')]
              .filter(Boolean)
              .join(' ')}
          />
        ) : (
          <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={reset}>
            {t('people.makeResetLink')}
          </Button>
        )}
      </ResourceForm>
    </Modal>
  )
}

/** A link that opens something for whoever has it: shown once, to be copied and sent by hand. */
export function LinkToHandOver({ link, label, text }: { link: string; label: string; text: string }) {
  const { t } = useTranslation()
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TextInput label={label} value={link} readOnly flex={1} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={link} label={t('common.copy')} />
      </Group>
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </Stack>
  )
}
