import { Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { labelsPath } from '@/components/labels/printLabels'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { LocationField } from './LocationField'

const input = z.object({
  productId: z.string().min(1),
  quantity: z.number().int().min(1).max(5000),
  number: z.string().max(50).nullable(),
  serial: z.string().max(100).nullable(),
  serials: z.string().nullable(),
  locationId: z.string().nullable(),
  purchaseDate: z.string().nullable(),
  supplier: z.string().max(200).nullable(),
  purchaseCost: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }).nullable(),
})
type Input = z.infer<typeof input>
type Registered = { items: { id: string; number: string }[] }

const register = async ({ quantity, number, serial, serials, ...alike }: Input): Promise<Registered> => {
  if (quantity === 1) return { items: [await api.post<Registered['items'][number]>('/assets', { ...alike, number, serial })] }
  const each = serials
    ?.split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  return api.post<Registered>('/assets/registrations', { ...alike, quantity, serials: each?.length ? each : null })
}

/** Registers one asset or many alike; numbers run on by themselves. Then their labels are one press away. */
export function RegisterDialog({ product, onClose }: { product?: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const [made, setMade] = useState<Registered['items']>()
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('inventory.register')}</Text>}>
      {made ? (
        <Made items={made} onClose={onClose} />
      ) : (
        <ResourceForm<Input, Registered>
          schema={input}
          values={{
            productId: product?.id ?? '',
            quantity: 1,
            number: null,
            serial: null,
            serials: null,
            locationId: null,
            purchaseDate: null,
            supplier: null,
            purchaseCost: null,
          }}
          inDialog
          submitLabel={t('inventory.register')}
          onCancel={onClose}
          save={register}
          onSaved={({ items }) => {
            setMade(items)
            void queryClient.invalidateQueries({ queryKey: ['assets'] })
          }}
        >
          <RemoteSelect
            name="productId"
            label={t('inventory.product')}
            endpoint="/products"
            query={{ kind: 'SERIALISED', archived: false }}
            chosenLabel={product?.name}
            disabled={Boolean(product)}
            required
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <NumberField name="quantity" label={t('inventory.howMany')} min={1} max={5000} required />
            <LocationField name="locationId" label={t('inventory.location')} />
            <DateField name="purchaseDate" label={t('inventory.purchaseDate')} />
            <TextField name="supplier" label={t('inventory.supplier')} maxLength={200} />
            {can('ASSET_COST_READ') && <MoneyField name="purchaseCost" label={t('inventory.purchaseCostEach')} />}
          </SimpleGrid>
          <Identity />
        </ResourceForm>
      )}
    </Modal>
  )
}

/** One asset may be given a number and has one serial; many have a line each. */
function Identity() {
  const { t } = useTranslation()
  const quantity = useWatch<Input>({ name: 'quantity' }) as number | null
  if ((quantity ?? 1) > 1)
    return <TextAreaField name="serials" label={t('inventory.serials')} description={t('inventory.serialsHint')} rows={3} />
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextField name="number" label={t('inventory.number')} description={t('inventory.numberHint')} maxLength={50} />
      <TextField name="serial" label={t('inventory.serial')} description={t('inventory.serialHint')} maxLength={100} />
    </SimpleGrid>
  )
}

function Made({ items, onClose }: { items: Registered['items']; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const numbers = items.length > 2 ? `${items[0]!.number} – ${items.at(-1)!.number}` : items.map((one) => one.number).join(', ')
  const print = () => navigate({ href: labelsPath(items.map(({ id }) => ({ kind: 'ASSET' as const, id }))) })
  return (
    <Stack>
      <Text role="status">{t('inventory.registered', { count: items.length, numbers })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
        {items.length === 1 && (
          <Button variant="default" onClick={() => void navigate({ href: `/assets/${items[0]!.id}` })}>
            {t('inventory.openIt')}
          </Button>
        )}
        {can('LABEL_PRINT') && (
          <Button leftSection={<IconQrcode size={16} aria-hidden />} onClick={() => void print()} data-autofocus>
            {t('inventory.printTheirLabels', { count: items.length })}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
