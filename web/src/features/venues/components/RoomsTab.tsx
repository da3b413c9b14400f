import { Box, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconDoor, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import type { Room, Venue } from '../api/venues'
import { PointTable, SupplyTable } from './PartTables'
import { RoomPlan } from './RoomPlan'

const RoomDialog = later(() => import('./RoomDialog').then((file) => file.RoomDialog))

export type TabProps = { venue: Venue; editable: boolean; onChanged: () => Promise<unknown> }

/** The rooms of a venue: how large, for how many, what hangs where and what comes out of the wall. */
export function RoomsTab({ venue, editable, onChanged }: TabProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{ id: string | null }>()
  const remove = (gone: Room) =>
    confirm({
      title: t('venues.removeRoomTitle', { name: gone.name }),
      text: t('venues.removeRoomText'),
      action: t('venues.removeRoom'),
      danger: true,
      run: async () => {
        const rooms = venue.rooms.filter((room) => room.id !== gone.id)
        await api.patch(`/venues/${venue.id}`, { rooms }, { version: venue.version })
        await onChanged()
      },
    })
  const add = editable && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ id: null })}>
      {t('venues.addRoom')}
    </Button>
  )
  return (
    <Stack gap="md">
      {venue.rooms.length === 0 ? (
        <EmptyState icon={IconDoor} title={t('venues.noRooms')} text={t('venues.noRoomsText')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          {venue.rooms.map((room) => (
            <RoomCard
              key={room.id}
              room={room}
              edit={editable ? () => setOpen({ id: room.id }) : undefined}
              remove={editable ? () => remove(room) : undefined}
            />
          ))}
        </>
      )}
      {open && <RoomDialog venue={venue} id={open.id} onClose={() => setOpen(undefined)} onChanged={onChanged} />}
    </Stack>
  )
}

function RoomCard({ room, edit, remove }: { room: Room; edit?: () => void; remove?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const metres = (millimetres: number) => format.number(millimetres / 1000)
  const { lengthMillimetres: length, widthMillimetres: width, heightMillimetres: height } = room
  const size = length && width ? [length, width, ...(height ? [height] : [])].map(metres).join(' × ') : undefined
  const facts = [
    room.capacity !== null && t('venues.people', { count: room.capacity, number: format.number(room.capacity) }),
    size && `${size} m`,
    !size && height && `${t('venues.height')} ${metres(height)} m`,
    room.floorLoadKilogramsPerSquareMetre !== null &&
      t('venues.floorLoadOf', { number: format.number(room.floorLoadKilogramsPerSquareMetre) }),
  ].filter(Boolean)
  return (
    <Card padding="lg" component="section" aria-label={room.name}>
      <Group justify="space-between" align="flex-start" mb={room.powerSupplies.length + room.riggingPoints.length ? 'md' : 0}>
        <Box miw={0}>
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {room.name}
          </Title>
          {facts.length > 0 && (
            <Text size="sm" c="dimmed" className="num">
              {facts.join(' · ')}
            </Text>
          )}
          {room.notes && (
            <Text size="sm" mt={6} style={{ whiteSpace: 'pre-line' }}>
              {room.notes}
            </Text>
          )}
        </Box>
        {edit && remove && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={edit}
              aria-label={t('venues.editNamed', { name: room.name })}
            >
              {t('venues.edit')}
            </Button>
            <Button
              variant="subtle"
              color="bad"
              size="xs"
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={remove}
              aria-label={t('venues.removeNamed', { name: room.name })}
            >
              {t('venues.removeRoom')}
            </Button>
          </Group>
        )}
      </Group>
      <Stack gap="lg">
        {room.powerSupplies.length > 0 && <SupplyTable supplies={room.powerSupplies.map((supply) => ({ supply }))} />}
        <RoomPlan room={room} />
        {room.riggingPoints.length > 0 && <PointTable points={room.riggingPoints} />}
      </Stack>
    </Card>
  )
}
