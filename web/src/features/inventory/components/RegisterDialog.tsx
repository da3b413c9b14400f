import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, RemoteSelect, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'

const input = z.object({
  productId: z.string().min(1),
  quantity: z.number().int().min(1).max(5000),
  number: z.string().max(50).nullable(),
  serial: z.string().max(100).nullable(),
  locationId: z.string().nullable(),
  purchaseDate: z.string().nullable(),
  supplier: z.string().max(200).nullable(),
  purchaseCost: z.object({ amountMinor: z.number().int().min(0), currency: z.string() }).nullable(),
})
type Input = z.infer<typeof input>
type Registered = { items: { id: string; number: string }[] }

/** Registers one asset or many alike; numbers run on by themselves. */
export function RegisterDialog({ product, onClose }: { product?: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={650}>{t('inventory.register')}</Text>}>
      <ResourceForm<Input, Registered>
        schema={input}
        values={{
          productId: product?.id ?? '',
          quantity: 1,
          number: null,
          serial: null,
          locationId: null,
          purchaseDate: null,
          supplier: null,
          purchaseCost: null,
        }}
        inDialog
        submitLabel={t('inventory.register')}
        onCancel={onClose}
        save={async ({ quantity, number, serial, ...alike }) =>
          quantity > 1
            ? api.post<Registered>('/assets/registrations', { ...alike, quantity })
            : { items: [await api.post<Registered['items'][number]>('/assets', { ...alike, number, serial })] }
        }
        onSaved={async ({ items }) => {
          await queryClient.invalidateQueries({ queryKey: ['assets'] })
          const numbers = items.map((one) => one.number)
          showDone(
            t('inventory.registered', {
              count: items.length,
              numbers: numbers.length > 2 ? `${numbers[0]} – ${numbers.at(-1)}` : numbers.join(', '),
            }),
          )
          onClose()
          if (items.length === 1) await navigate({ href: `/assets/${items[0]!.id}` })
        }}
      >
        <RemoteSelect
          name="productId"
          label={t('inventory.product')}
          endpoint="/products"
          query={{ kind: 'SERIALISED' }}
          chosenLabel={product?.name}
          disabled={Boolean(product)}
          required
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NumberField name="quantity" label={t('inventory.howMany')} min={1} max={5000} required />
          <RemoteSelect
            name="locationId"
            label={t('inventory.location')}
            endpoint="/locations"
            optionLabel={(item) => (item.path as string[]).join(' › ')}
          />
          <TextField name="number" label={t('inventory.number')} description={t('inventory.numberHint')} maxLength={50} />
          <TextField name="serial" label={t('inventory.serial')} description={t('inventory.serialHint')} maxLength={100} />
          <DateField name="purchaseDate" label={t('inventory.purchaseDate')} />
          <TextField name="supplier" label={t('inventory.supplier')} maxLength={200} />
          {can('ASSET_COST_READ') && <MoneyField name="purchaseCost" label={t('inventory.purchaseCostEach')} />}
        </SimpleGrid>
      </ResourceForm>
    </Modal>
  )
}
