import { Button, Card, Modal, Table, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Account, accountClasses, accountsQuery, profitGroups, touched } from '../api/finance'
import { BookTabs } from './FinanceTabs'

const input = z.object({
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(100),
  accountClass: z.enum(accountClasses),
  profitGroup: z.enum(profitGroups).nullable(),
  standard: z.boolean(),
})
type Input = z.infer<typeof input>

/** The chart of accounts. */
export function AccountsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touched)
  const query = useQuery(accountsQuery)
  const [editing, setEditing] = useState<Account | 'new'>()
  const close = () => setEditing(undefined)
  const account = editing === 'new' ? undefined : editing
  return (
    <BookTabs
      tab="/ledger/accounts"
      actions={
        can('LEDGER_EDIT') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t('finance.newAccount')}
          </Button>
        )
      }
    >
      <QueryState query={query}>
        {({ items }) => (
          <Card padding={0}>
            <WideTable minWidth={300} label={t('finance.accounts')}>
              <Table aria-label={t('finance.accounts')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('finance.code')}</Table.Th>
                    <Table.Th>{t('finance.name')}</Table.Th>
                    <Table.Th visibleFrom="sm">{t('finance.class')}</Table.Th>
                    <Table.Th visibleFrom="sm">{t('finance.group')}</Table.Th>
                    <Table.Th visibleFrom="sm">
                      <VisuallyHidden>{t('finance.standard')}</VisuallyHidden>
                    </Table.Th>
                    <Table.Th>
                      <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td className="num">
                        <TextLink to={`/ledger?account=${one.id}` as '/'} inherit>
                          {one.code}
                        </TextLink>
                      </Table.Td>
                      <Table.Td>
                        {one.name}
                        <Text size="xs" c="dimmed" hiddenFrom="sm">
                          {[
                            t(`finance.classes.${one.accountClass}`),
                            one.profitGroup && t(`finance.groups.${one.profitGroup}`),
                            one.standard && t('finance.standard'),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </Text>
                      </Table.Td>
                      <Table.Td visibleFrom="sm">{t(`finance.classes.${one.accountClass}`)}</Table.Td>
                      <Table.Td visibleFrom="sm">{one.profitGroup ? t(`finance.groups.${one.profitGroup}`) : '–'}</Table.Td>
                      <Table.Td visibleFrom="sm">
                        {one.standard && <StatusBadge tone="info">{t('finance.standard')}</StatusBadge>}
                      </Table.Td>
                      <Table.Td ta="right">
                        {can('LEDGER_EDIT') && (
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={t('finance.editAccount', { name: `${one.code} ${one.name}` })}
                            onClick={() => setEditing(one)}
                          >
                            {t('finance.edit')}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          </Card>
        )}
      </QueryState>
      {editing && (
        <Modal
          opened
          onClose={close}
          title={<Text fw={650}>{account ? t('finance.editAccount', { name: account.code }) : t('finance.newAccount')}</Text>}
        >
          <ResourceForm<Input, Account>
            schema={input}
            values={
              account
                ? {
                    code: account.code,
                    name: account.name,
                    accountClass: account.accountClass,
                    profitGroup: account.profitGroup,
                    standard: account.standard,
                  }
                : { code: '', name: '', accountClass: 'COST', profitGroup: 'OTHER', standard: false }
            }
            version={account?.version}
            inDialog
            onCancel={close}
            save={(all, { changed, version }) =>
              account ? api.patch<Account>(`/accounts/${account.id}`, changed, { version }) : api.post<Account>('/accounts', all)
            }
            onSaved={async () => {
              await refresh()
              close()
            }}
          >
            <TextField name="code" label={t('finance.code')} required maxLength={20} />
            <TextField name="name" label={t('finance.name')} required maxLength={100} />
            <SelectField
              name="accountClass"
              label={t('finance.class')}
              required
              disabled={Boolean(account)}
              data={accountClasses.map((one) => ({ value: one, label: t(`finance.classes.${one}`) }))}
            />
            <GroupField fixed={Boolean(account)} />
            <SwitchField name="standard" label={t('finance.standard')} description={t('finance.standardHint')} />
          </ResourceForm>
        </Modal>
      )}
    </BookTabs>
  )
}

/** Only revenue and cost belong to a group. */
function GroupField({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation()
  const of = useWatch<Input, 'accountClass'>({ name: 'accountClass' })
  if (of !== 'REVENUE' && of !== 'COST') return null
  return (
    <SelectField
      name="profitGroup"
      label={t('finance.group')}
      required
      disabled={fixed}
      data={profitGroups.map((one) => ({ value: one, label: t(`finance.groups.${one}`) }))}
    />
  )
}
