import { Alert, Badge, Box, Button, Card, Checkbox, Group, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { IconLock, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan, useMe } from '@/lib/session'
import {
  changeRole,
  createRole,
  type Permission,
  permissionsQuery,
  type Role,
  type RoleInput,
  removeRole,
  roleInput,
  rolesQuery,
} from '../api/people'
import { PeopleTabs } from './PeopleTabs'
import classes from './RolesPage.module.css'

const inputOf = (role: Role): RoleInput => ({ name: role.name, permissions: [...role.permissions].sort() })

export function RolesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const query = useQuery(rolesQuery)
  const [chosen, setChosen] = useState<string | 'new'>()
  const roles = query.data?.items ?? []
  const role = roles.find((one) => one.id === chosen) ?? (chosen === 'new' ? undefined : roles[0])
  const add = can('ROLE_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setChosen('new')}>
      {t('people.newRole')}
    </Button>
  )
  return (
    <PeopleTabs tab="/users/roles" actions={add}>
      <QueryState query={query} lines={8}>
        {() => (
          <div className={classes.split}>
            <Card padding="xs">
              <Stack gap={2} role="group" aria-label={t('people.roles')}>
                {roles.map((one) => (
                  <UnstyledButton
                    key={one.id}
                    className={classes.role}
                    aria-pressed={role?.id === one.id}
                    data-chosen={role?.id === one.id || undefined}
                    onClick={() => setChosen(one.id)}
                  >
                    <Text size="sm" fw={550} truncate>
                      {one.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {t('people.holders', { count: one.users })}
                    </Text>
                  </UnstyledButton>
                ))}
              </Stack>
            </Card>
            <Card>
              {chosen === 'new' ? (
                <RoleEditor key="new" onDone={setChosen} />
              ) : (
                role && <RoleEditor key={role.id} role={role} onDone={setChosen} />
              )}
            </Card>
          </div>
        )}
      </QueryState>
    </PeopleTabs>
  )
}

const blank: RoleInput = { name: '', permissions: [] }

function RoleEditor({ role, onDone }: { role?: Role; onDone: (id: string | undefined) => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const permissions = useQuery(permissionsQuery)
  const fixed = role?.builtIn === 'OWNER'
  const readOnly = fixed || !can('ROLE_EDIT')
  const ask = () =>
    role &&
    confirm({
      title: t('people.removeRoleTitle', { name: role.name }),
      text: t('people.removeRoleText'),
      action: t('people.removeRole'),
      danger: true,
      run: async () => {
        await removeRole(role)
        await queryClient.invalidateQueries({ queryKey: rolesQuery.queryKey })
        onDone(undefined)
      },
    })
  return (
    <>
      <Group justify="space-between" mb="md">
        <Group gap="sm">
          <Title order={2} size="h4">
            {role?.name ?? t('people.newRole')}
          </Title>
          {role?.builtIn && <Badge color="gray">{t('people.builtIn')}</Badge>}
        </Group>
        {role && !readOnly && (
          <Button variant="subtle" color="bad" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask}>
            {t('people.removeRole')}
          </Button>
        )}
      </Group>
      {fixed && (
        <Alert color="info" icon={<IconLock size={18} aria-hidden />} mb="md">
          {t('people.ownerFixed')}
        </Alert>
      )}
      <ResourceForm
        schema={roleInput}
        values={role ? inputOf(role) : blank}
        version={role?.version}
        disabled={readOnly}
        submitLabel={role ? t('common.save') : t('people.createRole')}
        onCancel={role ? undefined : () => onDone(undefined)}
        save={(input, { changed, version }) => (role ? changeRole(role.id, changed, version) : createRole(input))}
        reload={
          role &&
          (async () => {
            const fresh = await api.get<Role>(`/roles/${role.id}`)
            return { values: inputOf(fresh), version: fresh.version }
          })
        }
        onSaved={async (saved) => {
          await queryClient.invalidateQueries({ queryKey: rolesQuery.queryKey })
          await queryClient.invalidateQueries({ queryKey: ['me'] })
          showDone(t('people.roleSaved', { name: saved.name }))
          onDone(saved.id)
        }}
      >
        <TextField name="name" label={t('people.roleName')} required maxLength={100} />
        <QueryState query={permissions}>{({ items }) => <PermissionsField permissions={items} readOnly={readOnly} />}</QueryState>
      </ResourceForm>
    </>
  )
}

function PermissionsField({ permissions, readOnly }: { permissions: Permission[]; readOnly: boolean }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const { control } = useFormContext<RoleInput>()
  const { field } = useController({ name: 'permissions', control })
  const chosen = new Set(field.value)
  const groups = useMemo(() => [...new Set(permissions.map((permission) => permission.group))], [permissions])
  const set = (names: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const name of names) on ? next.add(name) : next.delete(name)
    field.onChange([...next].sort())
  }
  const words = (key: string, fallback: string) => (i18n.exists(key) ? t(key) : fallback)
  return (
    <Stack gap="lg">
      {groups.map((group) => {
        const inGroup = permissions.filter((permission) => permission.group === group)
        const names = inGroup.map((permission) => permission.name)
        const count = names.filter((name) => chosen.has(name)).length
        const title = words(`permissions.groups.${group}`, group)
        return (
          <Box key={group} component="fieldset" className={classes.group}>
            <legend className={classes.legend}>
              <Checkbox
                label={
                  <Text span fw={650} size="sm">
                    {title}{' '}
                    <Text span c="dimmed" size="sm" className="num">
                      {count} / {names.length}
                    </Text>
                  </Text>
                }
                checked={count === names.length}
                indeterminate={count > 0 && count < names.length}
                disabled={readOnly}
                onChange={(event) => set(names, event.currentTarget.checked)}
              />
            </legend>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
              {inGroup.map((permission) => (
                <Checkbox
                  key={permission.name}
                  label={words(`permissions.names.${permission.name}`, permission.description)}
                  description={!readOnly && !me.permissions.includes(permission.name) ? t('people.notYours') : undefined}
                  checked={chosen.has(permission.name)}
                  disabled={readOnly || (!chosen.has(permission.name) && !me.permissions.includes(permission.name))}
                  onChange={(event) => set([permission.name], event.currentTarget.checked)}
                />
              ))}
            </SimpleGrid>
          </Box>
        )
      })}
    </Stack>
  )
}
