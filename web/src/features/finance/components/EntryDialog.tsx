import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, RemoteSelect, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useRefresh } from '@/components/useRefresh'
import { api, type Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { accountsQuery, type JournalEntry, moneyInput, touched } from '../api/finance'

const input = z.object({
  date: z.string().min(1),
  text: z.string().trim().min(1).max(500),
  lines: z.array(z.object({ accountId: z.string().min(1), amount: moneyInput, eventId: z.string().nullable() })),
})
type Line = { accountId: string | null; amount: Money | null; eventId: string | null }
type Input = { date: string | null; text: string; lines: Line[] }
const empty: Line = { accountId: null, amount: null, eventId: null }

/** An entry by hand: debit with a plus, credit with a minus. */
export function EntryDialog({ onClose, onPosted }: { onClose: () => void; onPosted: (entry: JournalEntry) => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  return (
    <Modal opened onClose={onClose} size="xl" title={<Text fw={650}>{t('finance.newEntry')}</Text>}>
      <ResourceForm<Input, JournalEntry>
        schema={input}
        values={{ date: new Date().toISOString().slice(0, 10), text: '', lines: [empty, empty] }}
        inDialog
        submitLabel={t('finance.post')}
        onCancel={onClose}
        save={(values) => api.post<JournalEntry>('/journal-entries', values)}
        onSaved={async (entry) => {
          await refresh()
          onPosted(entry)
        }}
      >
        <Group grow align="flex-start">
          <DateField name="date" label={t('finance.date')} required />
          <TextField name="text" label={t('finance.text')} required maxLength={500} />
        </Group>
        <Lines />
      </ResourceForm>
    </Modal>
  )
}

function Lines() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { control } = useFormContext<Input>()
  const { fields, append, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' })
  const { errors } = useFormState({ control, name: 'lines' })
  const lines = useWatch({ control, name: 'lines' })
  const { data } = useQuery(accountsQuery)
  const accounts = (data?.items ?? [])
    .filter((one) => !one.archivedAt)
    .map((one) => ({ value: one.id, label: `${one.code} ${one.name}` }))
  const left = (lines ?? []).reduce((sum, line) => sum + (line.amount?.amountMinor ?? 0), 0)
  return (
    <Stack gap="xs" component="fieldset" p={0} m={0} style={{ border: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        {t('finance.lines')}
      </Text>
      {fields.map((field, index) => (
        <Group key={field.key} gap="xs" align="flex-end" role="group" aria-label={t('finance.lineN', { n: index + 1 })}>
          <div style={{ flex: '2 1 200px' }}>
            <SelectField name={`lines.${index}.accountId`} label={t('finance.account')} data={accounts} searchable required />
          </div>
          <div style={{ flex: '1 1 140px' }}>
            <MoneyField name={`lines.${index}.amount`} label={t('finance.debitCredit')} allowNegative required />
          </div>
          {can('EVENT_READ') && (
            <div style={{ flex: '2 1 180px' }}>
              <RemoteSelect name={`lines.${index}.eventId`} label={t('finance.event')} endpoint="/events" />
            </div>
          )}
          <ActionIcon
            size={36}
            aria-label={t('finance.removeLine', { name: t('finance.lineN', { n: index + 1 }) })}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {errors.lines?.message && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors.lines.message}
        </Text>
      )}
      <Group justify="space-between">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => append(empty)}>
          {t('finance.addLine')}
        </Button>
        <Text size="sm" className="num" c={left === 0 ? 'dimmed' : 'var(--mantine-color-error)'}>
          {t('finance.left', { sum: format.money({ amountMinor: left, currency: format.currency }) })}
        </Text>
      </Group>
    </Stack>
  )
}
