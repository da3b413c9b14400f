import { ActionIcon, Button, Card, Group, Stack, Table, Text } from '@mantine/core'
import { IconCoins, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { MoneyField, NumberField, SelectField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { api, type Money } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { costKinds, type Repair } from '../api/repairs'
import classes from './Lines.module.css'

const input = z.object({
  lines: z
    .array(
      z.object({
        kind: z.enum(costKinds),
        description: z.string().trim().min(1).max(300),
        quantity: z.number().min(0.001).max(100_000),
        unitCost: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }),
      }),
    )
    .max(200),
})
type Input = z.infer<typeof input>
const valuesOf = (repair: Repair): Input => ({
  lines: repair.lines.map(({ kind, description, quantity, unitCost }) => ({ kind, description, quantity, unitCost })),
})

/** Hours, parts and bills: what a repair cost. Bills come late, so they are entered after its end as well. */
export function CostsTab({ repair, onChanged }: { repair: Repair; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  if (!can('MAINTENANCE_EDIT')) return <ReadOnly repair={repair} />
  return (
    <Card padding="lg">
      <ResourceForm<Input, Repair>
        schema={input}
        values={valuesOf(repair)}
        version={repair.version}
        save={({ lines }, { version }) => api.patch<Repair>(`/maintenance-jobs/${repair.id}`, { lines }, { version })}
        reload={async () => {
          const fresh = await api.get<Repair>(`/maintenance-jobs/${repair.id}`)
          return { values: valuesOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await onChanged()
          showDone(t('maintenance.costsSaved'))
        }}
      >
        <Lines currency={repair.totalCost?.currency} />
      </ResourceForm>
    </Card>
  )
}

function Lines({ currency }: { currency?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { control, watch } = useFormContext<Input>()
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  const list = useRef<HTMLUListElement>(null)
  const lines = watch('lines')
  const used = lines.find((line) => line.unitCost)?.unitCost.currency ?? currency ?? format.currency
  const totalOf = (line: Input['lines'][number]): number =>
    line.unitCost && line.quantity ? Math.round(line.unitCost.amountMinor * line.quantity) : 0
  const total: Money = { amountMinor: lines.reduce((sum, line) => sum + totalOf(line), 0), currency: used }
  const add = (kind: (typeof costKinds)[number]) => {
    append({ kind, description: '', quantity: 1, unitCost: null as unknown as Money }, { shouldFocus: false })
    setTimeout(() => list.current?.querySelector<HTMLInputElement>('li:last-child input[name$=description]')?.focus(), 60)
  }
  return (
    <Stack gap="md">
      {fields.length === 0 && (
        <EmptyState icon={IconCoins} title={t('maintenance.noCosts')} text={t('maintenance.noCostsText')} />
      )}
      {fields.length > 0 && (
        <ul className={classes.lines} ref={list}>
          {fields.map((field, index) => (
            <Line
              key={field.id}
              number={index + 1}
              remove={
                <ActionIcon aria-label={t('maintenance.removeLine', { number: index + 1 })} onClick={() => remove(index)}>
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              }
              total={format.money({ amountMinor: totalOf(lines[index]!), currency: used })}
            >
              <SelectField
                name={`lines.${index}.kind`}
                label={t('maintenance.costKind')}
                required
                data={costKinds.map((kind) => ({ value: kind, label: t(`maintenance.costKinds.${kind}`) }))}
              />
              <TextField name={`lines.${index}.description`} label={t('maintenance.costDescription')} required maxLength={300} />
              <NumberField
                name={`lines.${index}.quantity`}
                label={t(lines[index]?.kind === 'LABOUR' ? 'maintenance.hours' : 'maintenance.quantity')}
                decimals={3}
                min={0}
                required
              />
              <MoneyField name={`lines.${index}.unitCost`} label={t('maintenance.unitCost')} currency={used} required />
            </Line>
          ))}
        </ul>
      )}
      <Group justify="space-between">
        <Group gap="xs">
          {costKinds.map((kind) => (
            <Button
              key={kind}
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => add(kind)}
            >
              {t(`maintenance.addCost.${kind}`)}
            </Button>
          ))}
        </Group>
        {fields.length > 0 && (
          <Text fw={650} className="num" role="status">
            {t('maintenance.total', { amount: format.money(total) })}
          </Text>
        )}
      </Group>
    </Stack>
  )
}

function Line({ number, children, total, remove }: { number: number; children: ReactNode; total: string; remove: ReactNode }) {
  const { t } = useTranslation()
  return (
    <li className={classes.cost} aria-label={t('maintenance.line', { number })}>
      {children}
      <Text size="sm" className={`${classes.total} num`}>
        {total}
      </Text>
      <div className={classes.remove}>{remove}</div>
    </li>
  )
}

function ReadOnly({ repair }: { repair: Repair }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (repair.lines.length === 0) {
    return (
      <Card>
        <EmptyState icon={IconCoins} title={t('maintenance.noCosts')} />
      </Card>
    )
  }
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('maintenance.costKind')}</Table.Th>
              <Table.Th>{t('maintenance.costDescription')}</Table.Th>
              <Table.Th ta="right">{t('maintenance.quantity')}</Table.Th>
              <Table.Th ta="right">{t('maintenance.unitCost')}</Table.Th>
              <Table.Th ta="right">{t('maintenance.cost')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {repair.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cost lines have no id and keep their order
              <Table.Tr key={index}>
                <Table.Td>{t(`maintenance.costKinds.${line.kind}`)}</Table.Td>
                <Table.Td>{line.description}</Table.Td>
                <Table.Td ta="right" className="num">
                  {format.number(line.quantity)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {format.money(line.unitCost)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {format.money(line.total)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  )
}
