import { Alert, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect, SelectField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useDespite } from '@/components/useDespite'
import { useRefresh } from '@/components/useRefresh'
import { useFormat } from '@/lib/format'
import type { PullList } from '@/lib/pull-lists'
import { z } from '@/lib/validation'
import { addLine, fetchList, type Product, touched } from '../api/technical'
import { bringsOf, carries } from '../model/load'

const schema = z.object({
  productId: z.string().min(1),
  quantity: z.number().int().min(1).max(100_000),
  listId: z.string().min(1),
  groupId: z.string().nullable(),
})
type Values = { productId: string | null; quantity: number | null; listId: string | null; groupId: string | null }

/** Sockets of a kind, or cables. */
export type Lacking = { type: string; missing: number; cables?: boolean }

/** Puts on a list what gives the sockets, or the cables, that are missing. */
export function AddDialog({ lacking: lack, lists, onClose }: { lacking: Lacking; lists: PullList[]; onClose: () => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh(touched)
  const format = useFormat()
  const { attempt, dialog } = useDespite(
    { text: t('technical.notEnough'), label: t('technical.despite'), action: t('technical.takeAnyway') },
    format.dateTime,
  )
  const { type, missing, cables } = lack
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{t(cables ? 'technical.addCableTitle' : 'technical.addTitle', { type })}</Text>}
    >
      <ResourceForm<Values, unknown>
        schema={schema}
        values={{ productId: null, quantity: missing, listId: lists[0]?.id ?? null, groupId: null }}
        save={({ productId, quantity, listId, groupId }) =>
          attempt(async (despite) => {
            // The list as it is now: what stands on it already is not touched.
            const list = await fetchList(listId!)
            const group = list.groups.some((one) => one.id === groupId) ? groupId : null
            await addLine(list, { productId: productId!, quantity: quantity!, groupId: group }, despite)
          })
        }
        onSaved={async () => {
          onClose()
          showDone(t('technical.added'))
          await refresh()
        }}
        inDialog
        onCancel={onClose}
        submitLabel={t('technical.add')}
      >
        <Text size="sm">{t(cables ? 'technical.addCableText' : 'technical.addText', { count: missing, type })}</Text>
        <Fields {...lack} lists={lists} />
      </ResourceForm>
      {dialog}
    </Modal>
  )
}

function Fields({ type, missing, cables, lists }: Lacking & { lists: PullList[] }) {
  const { t } = useTranslation()
  const { setValue } = useFormContext<Values>()
  const [product, setProduct] = useState<Product>()
  const [quantity, listId] = useWatch<Values>({ name: ['quantity', 'listId'] }) as [number | null, string | null]
  const brings = product ? bringsOf(product.connectors, type) : 0
  const groups = lists.find((one) => one.id === listId)?.groups ?? []
  return (
    <>
      <RemoteSelect
        name="productId"
        label={t('technical.product')}
        description={t(cables ? 'technical.cableHint' : 'technical.productHint')}
        endpoint="/products"
        query={{ archived: false }}
        required
        optionLabel={(item) => labelOf(item as unknown as Product, type, cables)}
        onPicked={(_, item) => {
          const picked = item as unknown as Product | undefined
          setProduct(picked)
          const each = picked ? bringsOf(picked.connectors, type) : 0
          if (each > 0 && !cables) setValue('quantity', Math.ceil(missing / each), { shouldDirty: true })
        }}
      />
      {product && !cables && (
        <Alert color={brings > 0 ? 'ok' : 'warn'} role="status">
          {brings > 0
            ? t('technical.brings', { each: brings, all: brings * (quantity ?? 0), type })
            : t('technical.bringsNothing', { type })}
        </Alert>
      )}
      <NumberField name="quantity" label={t('technical.pieces')} min={1} max={100_000} required />
      {lists.length > 1 && (
        <SelectField
          name="listId"
          label={t('technical.list')}
          data={lists.map((one) => ({ value: one.id, label: one.name }))}
          required
        />
      )}
      {groups.length > 0 && (
        <SelectField
          name="groupId"
          label={t('technical.group')}
          description={cables ? undefined : t('technical.groupHint')}
          data={groups.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </>
  )
}

const labelOf = (product: Product, type: string, cables?: boolean) => {
  if (cables) return carries(product.connectors ?? [], type) ? `${product.name} · ${type}` : product.name
  const brings = bringsOf(product.connectors ?? [], type)
  return brings > 0 ? `${product.name} · ${brings} × ${type}` : product.name
}
