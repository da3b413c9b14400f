import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { type Consumable, type ReorderInput, reorderInput, reorderInputOf } from '../api/stock'
import { useStockWrite } from './useStockWrite'

/** When to buy more of a consumable, how much, and from whom. */
export function ReorderDialog({ consumable, onClose }: { consumable: Consumable; onClose: () => void }) {
  const { t } = useTranslation()
  const { refresh } = useStockWrite()
  const path = `/consumables/${consumable.productId}`
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t('stock.levelsOf', { product: consumable.productName })}</Text>}
    >
      <ResourceForm<ReorderInput, Consumable>
        schema={reorderInput}
        values={reorderInputOf(consumable)}
        version={consumable.version}
        inDialog
        onCancel={onClose}
        save={(values, { version }) => api.put<Consumable>(`${path}/levels`, values, { version })}
        reload={async () => {
          const fresh = await api.get<Consumable>(path)
          return { values: reorderInputOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          onClose()
          await refresh()
          showDone(t('stock.levelsSaved'))
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NumberField name="parLevel" label={t('stock.parLevel')} description={t('stock.parLevelHint')} min={0} />
          <NumberField name="reorderPoint" label={t('stock.reorderPoint')} description={t('stock.reorderPointHint')} min={0} />
          <NumberField
            name="reorderQuantity"
            label={t('stock.reorderQuantity')}
            description={t('stock.reorderQuantityHint')}
            min={1}
          />
          <TextField name="supplier" label={t('stock.supplier')} description={t('stock.supplierHint')} maxLength={200} />
        </SimpleGrid>
      </ResourceForm>
    </Modal>
  )
}
