import { Alert, Card, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { componentLines, explosionQuery, type Kit, type KitInput, kitInputOf, kitQuery } from '../api/catalogue'

const KitForm = later(() => import('./KitForm').then((file) => file.KitForm))

type Parts = {
  /** How many of it are free, from a room that knows. */
  free?: (kit: Kit) => ReactNode
}

export function KitPage({ id, ...parts }: { id: string } & Parts) {
  const query = useQuery(kitQuery(id))
  return <QueryState query={query}>{(kit) => <Loaded kit={kit} {...parts} />}</QueryState>
}

function Loaded({ kit, free }: { kit: Kit } & Parts) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['kits'] })
  const setArchived = async (archived: boolean) => {
    try {
      await api.post(`/kits/${kit.id}/${archived ? 'archive' : 'restore'}`)
      await refresh()
    } catch (error) {
      showProblem(text(error))
    }
  }
  const remove = () =>
    confirm({
      title: t('catalogue.removeTitle', { name: kit.name }),
      action: t('catalogue.remove'),
      danger: true,
      run: async () => {
        await api.delete(`/kits/${kit.id}`, { version: kit.version })
        await navigate({ href: '/kits' })
        queryClient.removeQueries({ queryKey: ['kits', kit.id] })
        await refresh()
      },
    })
  const body = (changed: Partial<KitInput>) =>
    changed.components ? { ...changed, components: componentLines(changed.components) } : changed
  return (
    <DetailPage
      parent={{ to: '/kits', label: t('catalogue.kits') }}
      title={kit.name}
      subtitle={kit.code}
      badges={kit.archivedAt && <StatusBadge tone="gray">{t('catalogue.archived')}</StatusBadge>}
      actions={[
        kit.archivedAt
          ? { label: t('catalogue.restore'), icon: IconArchiveOff, run: () => void setArchived(false), needs: 'KIT_EDIT' }
          : { label: t('catalogue.archive'), icon: IconArchive, run: () => void setArchived(true), needs: 'KIT_EDIT' },
        { label: t('catalogue.remove'), icon: IconTrash, run: remove, danger: true, needs: 'KIT_EDIT' },
      ]}
      facts={[
        { label: t('catalogue.mode'), value: t(`catalogue.kitModes.${kit.mode}`) },
        { label: t('catalogue.hirePrice'), value: format.money(kit.hirePrice) },
        { label: t('catalogue.components'), value: format.number(kit.components.length) },
      ]}
      tabs={[
        {
          id: 'details',
          label: t('catalogue.tabs.details'),
          content: (
            <Card padding="lg">
              <KitForm
                values={kitInputOf(kit)}
                version={kit.version}
                disabled={!can('KIT_EDIT')}
                save={(_, { changed, version }) => api.patch<Kit>(`/kits/${kit.id}`, body(changed), { version })}
                reload={async () => {
                  const fresh = await api.get<Kit>(`/kits/${kit.id}`)
                  return { values: kitInputOf(fresh), version: fresh.version }
                }}
                onSaved={async () => {
                  await refresh()
                  showDone(t('catalogue.saved'))
                }}
              />
            </Card>
          ),
        },
        { id: 'explosion', label: t('catalogue.tabs.explosion'), content: <ExplosionTab kit={kit} /> },
        ...(free ? [{ id: 'availability', label: t('nav.availability'), content: free(kit) }] : []),
        { id: 'history', label: t('catalogue.tabs.history'), content: <HistoryList path={`/kits/${kit.id}/history`} /> },
      ]}
    />
  )
}

/** Down to the products: what so many kits take, weigh and draw. */
function ExplosionTab({ kit }: { kit: Kit }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [quantity, setQuantity] = useState(1)
  const query = useQuery(explosionQuery(kit.id, quantity))
  return (
    <Stack gap="md">
      <NumberInput
        label={t('catalogue.howManyKits')}
        value={quantity}
        onChange={(value) => setQuantity(Math.min(10_000, Math.max(1, Number(value) || 1)))}
        min={1}
        max={10_000}
        maw={180}
      />
      <QueryState query={query}>
        {(explosion) => (
          <>
            <Group gap="xl">
              <Total label={t('catalogue.weight')} value={format.weight(explosion.weightGrams)} />
              <Total label={t('catalogue.power')} value={format.power(explosion.powerWatts)} />
              {explosion.values.map((value) => (
                <Total key={value.currency} label={t('catalogue.replacementValue')} value={format.money(value)} />
              ))}
            </Group>
            {explosion.unknownWeights > 0 && (
              <Alert color="warn">{t('catalogue.unknownWeights', { count: explosion.unknownWeights })}</Alert>
            )}
            <Card padding={0}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('catalogue.product')}</Table.Th>
                    <Table.Th ta="right">{t('catalogue.required')}</Table.Th>
                    <Table.Th ta="right">{t('catalogue.optional')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {explosion.items.map((item) => (
                    <Table.Tr key={item.productId}>
                      <Table.Td>
                        <TextLink to={`/products/${item.productId}` as '/'} size="sm">
                          {item.name}
                        </TextLink>
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.number(item.required)}
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {item.optional ? format.number(item.optional) : '–'}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Card>
          </>
        )}
      </QueryState>
    </Stack>
  )
}

function Total({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={650} className="num">
        {value}
      </Text>
    </div>
  )
}
