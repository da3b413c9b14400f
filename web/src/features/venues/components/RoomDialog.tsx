import { Modal, SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { useListed } from '@/components/form/useListed'
import { type Room, type RoomInput, roomInput, roomInputOf, type Venue } from '../api/venues'
import { PointRows, SupplyRows } from './rows'

/** One room with its power and its rigging points, saved together. */
export function RoomDialog(props: { venue: Venue; id: string | null; onClose: () => void; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const listed = useListed<Room, RoomInput, Venue>({
    path: `/venues/${props.venue.id}`,
    list: 'rooms',
    whole: props.venue,
    id: props.id,
    inputOf: roomInputOf,
  })
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={<Text fw={650}>{t(props.id ? 'venues.editRoom' : 'venues.addRoom')}</Text>}
    >
      <ResourceForm<RoomInput, Venue>
        schema={roomInput}
        {...listed}
        inDialog
        submitLabel={props.id ? undefined : t('venues.addRoom')}
        onCancel={props.onClose}
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextField name="name" label={t('venues.roomName')} required autoFocus maxLength={200} />
          <NumberField name="capacity" label={t('venues.capacity')} min={0} max={1_000_000} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
          <NumberField name="lengthMillimetres" label={t('venues.length')} unit="m" scale={1000} min={0} />
          <NumberField name="widthMillimetres" label={t('venues.width')} unit="m" scale={1000} min={0} />
          <NumberField name="heightMillimetres" label={t('venues.height')} unit="m" scale={1000} min={0} />
          <NumberField name="floorLoadKilogramsPerSquareMetre" label={t('venues.floorLoad')} unit="kg/m²" min={1} />
        </SimpleGrid>
        <SupplyRows />
        <PointRows />
        <TextAreaField name="notes" label={t('venues.notes')} rows={2} maxLength={10_000} />
      </ResourceForm>
    </Modal>
  )
}
