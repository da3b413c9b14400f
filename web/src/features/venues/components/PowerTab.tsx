import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlug, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { SupplyTable } from './PartTables'
import type { TabProps } from './RoomsTab'

const SuppliesDialog = later(() => import('./SuppliesDialog').then((file) => file.SuppliesDialog))

/** All power of a venue: what belongs to the whole house, and what its rooms have. */
export function PowerTab({ venue, editable, onChanged }: TabProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const supplies = [
    ...venue.powerSupplies.map((supply) => ({ supply, where: t('venues.wholeVenue') })),
    ...venue.rooms.flatMap((room) => room.powerSupplies.map((supply) => ({ supply, where: room.name }))),
  ]
  const edit = editable && (
    <Button
      variant="default"
      leftSection={venue.powerSupplies.length ? <IconPencil size={16} aria-hidden /> : <IconPlus size={16} aria-hidden />}
      onClick={() => setEditing(true)}
    >
      {t('venues.editPower')}
    </Button>
  )
  return (
    <Stack gap="md">
      {supplies.length === 0 ? (
        <EmptyState icon={IconPlug} title={t('venues.noPower')} text={t('venues.noPowerText')}>
          {edit}
        </EmptyState>
      ) : (
        <>
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed" flex={1} miw={220}>
              {t('venues.powerText')}
            </Text>
            {edit}
          </Group>
          <Card padding="md">
            <SupplyTable supplies={supplies} />
          </Card>
        </>
      )}
      {editing && <SuppliesDialog venue={venue} onClose={() => setEditing(false)} onChanged={onChanged} />}
    </Stack>
  )
}
