import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { type SuppliesInput, suppliesInput, type Venue } from '../api/venues'
import { SupplyRows } from './rows'

/** The power of the whole venue; rooms have theirs in their own dialog. */
export function SuppliesDialog(props: { venue: Venue; onClose: () => void; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const path = `/venues/${props.venue.id}`
  const valuesOf = (venue: Venue): SuppliesInput => ({ powerSupplies: venue.powerSupplies })
  return (
    <Modal opened onClose={props.onClose} size="xl" title={<Text fw={650}>{t('venues.editPower')}</Text>}>
      <ResourceForm<SuppliesInput, Venue>
        schema={suppliesInput}
        values={valuesOf(props.venue)}
        version={props.venue.version}
        inDialog
        onCancel={props.onClose}
        save={(values, { version }) => api.patch<Venue>(path, values, { version })}
        reload={async () => {
          const fresh = await api.get<Venue>(path)
          return { values: valuesOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <SupplyRows />
      </ResourceForm>
    </Modal>
  )
}
