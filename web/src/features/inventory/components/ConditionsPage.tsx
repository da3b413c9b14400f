import { ActionIcon, Button, Card, Group, Modal, Table, Text } from '@mantine/core'
import { IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Condition, conditionsQuery } from '../api/inventory'

const path = (condition: Condition) => `/conditions/${encodeURIComponent(condition.name)}`

/** The conditions a thing can be in: those built in, and the company's own words beside them. */
export function ConditionsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const query = useQuery(conditionsQuery)
  const [editing, setEditing] = useState<Condition | 'new' | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['conditions'] })
  const editable = can('COMPANY_EDIT')
  /** Takes the place of the one above; both get the place they then stand on. */
  const raise = async (items: Condition[], index: number) => {
    try {
      for (const [one, position] of [[items[index]!, index - 1] as const, [items[index - 1]!, index] as const])
        await api.patch(path(one), { position }, { version: one.version })
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = (condition: Condition) =>
    confirm({
      title: t('inventory.removeCondition', { name: condition.label }),
      action: t('inventory.remove'),
      danger: true,
      run: async () => {
        await api.delete(path(condition), { version: condition.version })
        await refresh()
      },
    })
  return (
    <>
      <TextLink to="/settings" size="sm">
        {t('nav.settings')}
      </TextLink>
      <PageHeader title={t('inventory.conditions')} text={t('inventory.conditionsText')}>
        {editable && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
            {t('inventory.newCondition')}
          </Button>
        )}
      </PageHeader>
      <QueryState query={query}>
        {({ items }) => (
          <Card padding={0} maw={860}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('inventory.condition')}</Table.Th>
                  <Table.Th visibleFrom="xs">{t('inventory.fit')}</Table.Th>
                  <Table.Th ta="right">{t('inventory.assets')}</Table.Th>
                  <Table.Th aria-label={t('common.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((condition, index) => (
                  <Table.Tr key={condition.name}>
                    <Table.Td>
                      {condition.label}
                      {condition.builtIn && (
                        <Text size="xs" c="dimmed">
                          {t('inventory.builtIn')}
                        </Text>
                      )}
                      <Text
                        size="xs"
                        hiddenFrom="xs"
                        c={condition.usable ? 'var(--mantine-color-ok-text)' : 'var(--mantine-color-error)'}
                      >
                        {t('inventory.fit')}: {condition.usable ? t('common.yes') : t('common.no')}
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="xs">
                      <StatusBadge tone={condition.usable ? 'ok' : 'bad'}>
                        {condition.usable ? t('common.yes') : t('common.no')}
                      </StatusBadge>
                    </Table.Td>
                    <Table.Td ta="right" className="num">
                      <TextLink to={'/assets' as '/'} search={{ condition: condition.name } as never} size="sm">
                        {format.number(condition.assets)}
                      </TextLink>
                    </Table.Td>
                    <Table.Td>
                      {editable && (
                        <Group gap={6} wrap="nowrap" justify="flex-end">
                          {index > 0 && (
                            <ActionIcon
                              aria-label={t('inventory.moveUp', { name: condition.label })}
                              onClick={() => void raise(items, index)}
                            >
                              <IconArrowUp size={16} aria-hidden />
                            </ActionIcon>
                          )}
                          <ActionIcon
                            aria-label={t('inventory.editNamed', { name: condition.label })}
                            onClick={() => setEditing(condition)}
                          >
                            <IconPencil size={16} aria-hidden />
                          </ActionIcon>
                          {!condition.builtIn && (
                            <ActionIcon
                              aria-label={t('inventory.removeNamed', { name: condition.label })}
                              onClick={() => remove(condition)}
                            >
                              <IconTrash size={16} aria-hidden />
                            </ActionIcon>
                          )}
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Card>
        )}
      </QueryState>
      {editing && (
        <ConditionDialog
          condition={editing === 'new' ? undefined : editing}
          position={query.data?.items.length ?? 0}
          onClose={() => setEditing(null)}
          onSaved={async () => {
            await refresh()
            setEditing(null)
          }}
        />
      )}
    </>
  )
}

const input = z.object({ label: z.string().trim().min(1).max(60), usable: z.boolean() })
type Input = z.infer<typeof input>

function ConditionDialog(props: { condition?: Condition; position: number; onClose: () => void; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const { condition } = props
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={650}>{condition ? condition.label : t('inventory.newCondition')}</Text>}
    >
      <ResourceForm<Input, Condition>
        schema={input}
        values={{ label: condition?.label ?? '', usable: condition?.usable ?? true }}
        version={condition?.version}
        inDialog
        onCancel={props.onClose}
        save={(values, { changed, version }) =>
          condition
            ? api.patch<Condition>(path(condition), changed, { version })
            : api.post<Condition>('/conditions', { ...values, position: props.position })
        }
        onSaved={() => void props.onSaved()}
      >
        <TextField name="label" label={t('inventory.conditionName')} required autoFocus maxLength={60} />
        <SwitchField
          name="usable"
          label={t('inventory.fit')}
          description={t('inventory.usableHint')}
          disabled={condition?.builtIn}
        />
      </ResourceForm>
    </Modal>
  )
}
