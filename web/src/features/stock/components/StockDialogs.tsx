import { ActionIcon, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Controller, useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect, SelectField, TextAreaField } from '@/components/form/fields'
import { RemotePicker } from '@/components/form/RemotePicker'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import {
  type AdjustmentInput,
  adjustmentInput,
  countedKinds,
  type Entry,
  type LinesInput,
  linesInput,
  moveInput,
  reasons,
  type Written,
} from '../api/stock'
import { useStockWrite } from './useStockWrite'

export type StockDeed = 'adjust' | 'receive' | 'consume' | 'move'
/** What is known already where an action begins: a product, a location, or both. */
export type StockPreset = { productId?: string; productName?: string; locationId?: string; locationName?: string }

type DialogProps = { preset: StockPreset; onClose: () => void }

/** Adjusts, receives, consumes or moves pieces; the toast afterwards takes it back. */
export function StockDialog({ deed, ...props }: DialogProps & { deed: StockDeed }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={props.onClose} size="lg" title={<Text fw={650}>{t(`stock.deeds.${deed}`)}</Text>}>
      {deed === 'adjust' ? <AdjustForm {...props} /> : <LinesForm deed={deed} {...props} />}
    </Modal>
  )
}

const pathOf = (item: { name?: string; [field: string]: unknown }) =>
  Array.isArray(item.path) ? item.path.join(' › ') : (item.name ?? '')

export function LocationSelect(props: { name: string; label: string; chosenLabel?: string }) {
  return <RemoteSelect {...props} endpoint="/locations" optionLabel={pathOf} required />
}

function AdjustForm({ preset, onClose }: DialogProps) {
  const { t } = useTranslation()
  const { written } = useStockWrite()
  return (
    <ResourceForm<AdjustmentInput, Entry>
      schema={adjustmentInput}
      values={
        {
          productId: preset.productId ?? null,
          locationId: preset.locationId ?? null,
          direction: 'TAKE',
          quantity: 1,
          reason: null,
          note: '',
        } as unknown as AdjustmentInput
      }
      fieldNames={{ delta: 'quantity' }}
      inDialog
      submitLabel={t('stock.deeds.adjust')}
      onCancel={onClose}
      save={({ direction, quantity, ...rest }) =>
        api.post<Entry>('/stock/adjustments', { ...rest, delta: direction === 'ADD' ? quantity : -quantity })
      }
      onSaved={async (entry) => {
        onClose()
        await written(t('stock.adjusted', { product: entry.productName, count: entry.resulting }), [entry])
      }}
    >
      <RemoteSelect
        name="productId"
        label={t('stock.product')}
        endpoint="/products"
        query={{ kind: countedKinds }}
        chosenLabel={preset.productName}
        required
      />
      <LocationSelect name="locationId" label={t('stock.location')} chosenLabel={preset.locationName} />
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Direction />
        <div style={{ flex: 1 }}>
          <NumberField name="quantity" label={t('stock.pieces')} min={1} required />
        </div>
      </Group>
      <SelectField
        name="reason"
        label={t('stock.reason')}
        required
        data={reasons.map((reason) => ({ value: reason, label: t(`stock.reasons.${reason}`) }))}
      />
      <TextAreaField name="note" label={t('stock.whatHappened')} rows={2} maxLength={2000} required />
    </ResourceForm>
  )
}

function Direction() {
  const { t } = useTranslation()
  const { control } = useFormContext<AdjustmentInput>()
  return (
    <Controller
      control={control}
      name="direction"
      render={({ field }) => (
        <SegmentedControl
          value={field.value}
          onChange={field.onChange}
          aria-label={t('stock.direction')}
          data={[
            { value: 'TAKE', label: t('stock.take') },
            { value: 'ADD', label: t('stock.add') },
          ]}
        />
      )}
    />
  )
}

const paths = { receive: '/stock/receipts', consume: '/stock/consumption', move: '/stock/moves' } as const

/** The server names a line's place; here one place stands above all lines. */
const placeNames = Object.fromEntries(
  Array.from({ length: 100 }, (_, i) => [
    [`lines[${i}].locationId`, 'locationId'],
    [`lines[${i}].fromLocationId`, 'locationId'],
    [`lines[${i}].toLocationId`, 'toLocationId'],
  ]).flat(),
) as Record<string, string>

function LinesForm({ deed, preset, onClose }: DialogProps & { deed: 'receive' | 'consume' | 'move' }) {
  const { t } = useTranslation()
  const { written } = useStockWrite()
  const save = ({ locationId, toLocationId, lines, note }: LinesInput) =>
    api.post<Written>(paths[deed], {
      lines: lines.map(({ productId, quantity }) =>
        deed === 'move' ? { productId, quantity, fromLocationId: locationId, toLocationId } : { productId, quantity, locationId },
      ),
      note,
    })
  return (
    <ResourceForm<LinesInput, Written>
      schema={deed === 'move' ? moveInput : linesInput}
      values={
        {
          locationId: preset.locationId ?? null,
          ...(deed === 'move' ? { toLocationId: null } : {}),
          lines: preset.productId ? [{ productId: preset.productId, name: preset.productName ?? '', quantity: 1 }] : [],
          note: null,
        } as unknown as LinesInput
      }
      fieldNames={placeNames}
      inDialog
      submitLabel={t(`stock.deeds.${deed}`)}
      onCancel={onClose}
      save={save}
      onSaved={async ({ entries }) => {
        onClose()
        const pieces = entries.reduce((sum, entry) => sum + Math.max(0, deed === 'consume' ? -entry.delta : entry.delta), 0)
        await written(t(`stock.did.${deed}`, { count: pieces }), entries)
      }}
    >
      <LocationSelect
        name="locationId"
        label={t(deed === 'receive' ? 'stock.to' : 'stock.from')}
        chosenLabel={preset.locationName}
      />
      {deed === 'move' && <LocationSelect name="toLocationId" label={t('stock.to')} />}
      <Lines consumables={deed === 'consume'} />
      <TextAreaField name="note" label={t('stock.note')} rows={1} maxLength={2000} />
    </ResourceForm>
  )
}

function Lines({ consumables }: { consumables: boolean }) {
  const { t } = useTranslation()
  const { control, formState } = useFormContext<LinesInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' })
  const missing = formState.errors.lines?.message ?? formState.errors.lines?.root?.message
  return (
    <Stack gap="xs">
      {fields.map((line, index) => (
        <Group key={line.id} gap="sm" wrap="nowrap" align="center">
          <Text size="sm" flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>
            {line.name}
          </Text>
          <Controller
            control={control}
            name={`lines.${index}.quantity`}
            render={({ field, fieldState }) => (
              <NumberInput
                {...field}
                onChange={(value) => field.onChange(value === '' ? null : Number(value))}
                aria-label={t('stock.piecesOf', { product: line.name })}
                w={110}
                min={1}
                allowDecimal={false}
                error={fieldState.error?.message}
              />
            )}
          />
          <ActionIcon aria-label={t('stock.removeLine', { product: line.name })} onClick={() => remove(index)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <RemotePicker
        key={fields.length}
        label={fields.length ? t('stock.anotherProduct') : t('stock.product')}
        endpoint="/products"
        query={{ kind: consumables ? 'CONSUMABLE' : countedKinds }}
        value={null}
        required={fields.length === 0}
        error={missing}
        onChange={(id, item) => {
          if (id && !fields.some((line) => line.productId === id)) append({ productId: id, name: item?.name ?? '', quantity: 1 })
        }}
      />
    </Stack>
  )
}
