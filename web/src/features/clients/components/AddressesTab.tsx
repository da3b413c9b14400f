import { Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconMapPin, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { EmptyState } from '@/components/EmptyState'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import type { Address, Client } from '../api/clients'

const AddressDialog = later(() => import('./AddressDialog').then((file) => file.AddressDialog))

type Props = { client: Client; editable: boolean; onChanged: () => Promise<unknown> }

/** Where a client is to be found besides its own address: for bills, for deliveries, its offices. */
export function AddressesTab({ client, editable, onChanged }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<{ id: string | null }>()
  const remove = (gone: Address) =>
    confirm({
      title: t('clients.addresses.removeTitle', { name: gone.name ?? gone.lines[0] }),
      action: t('clients.addresses.remove'),
      danger: true,
      run: async () => {
        const addresses = client.addresses.filter((one) => one.id !== gone.id)
        await api.patch(`/clients/${client.id}`, { addresses }, { version: client.version })
        await onChanged()
      },
    })
  const add = editable && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ id: null })}>
      {t('clients.addresses.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      {client.addresses.length === 0 ? (
        <EmptyState icon={IconMapPin} title={t('clients.addresses.none')} text={t('clients.addresses.noneText')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {client.addresses.map((one) => (
              <Card key={one.id} padding="md" component="li">
                <Stack gap={4} align="flex-start">
                  <Group gap="xs">
                    <StatusBadge tone={one.kind === 'BILLING' ? 'info' : 'gray'}>
                      {t(`clients.addresses.kinds.${one.kind}`)}
                    </StatusBadge>
                    {one.name && <Text fw={600}>{one.name}</Text>}
                  </Group>
                  <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                    {[...one.lines, countryName(format.locale, one.country)].filter(Boolean).join('\n')}
                  </Text>
                  {one.note && (
                    <Text size="sm" c="dimmed">
                      {one.note}
                    </Text>
                  )}
                  {editable && (
                    <Group gap="xs" mt="xs">
                      <Button size="xs" variant="default" onClick={() => setOpen({ id: one.id })}>
                        {t('clients.addresses.edit')}
                      </Button>
                      <Button size="xs" variant="subtle" color="bad" onClick={() => remove(one)}>
                        {t('clients.addresses.remove')}
                      </Button>
                    </Group>
                  )}
                </Stack>
              </Card>
            ))}
          </SimpleGrid>
        </>
      )}
      {open && <AddressDialog client={client} id={open.id} onClose={() => setOpen(undefined)} onChanged={onChanged} />}
    </Stack>
  )
}
