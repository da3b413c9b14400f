import { Button, Card, Group, Menu, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import {
  IconAdjustments,
  IconArrowsMove,
  IconClipboardCheck,
  IconDots,
  IconPackages,
  IconShoppingCart,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, DetailPage } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import {
  consumableQuery,
  consumableTone,
  type Level,
  loadLevels,
  stockProductQuery,
  type Totals,
  totalsQuery,
} from '../api/stock'
import { LedgerGrid } from './LedgerGrid'
import { ReorderDialog } from './ReorderDialog'
import type { StockDeed, StockPreset } from './StockDialogs'

const StockDialog = later(() => import('./StockDialogs').then((file) => file.StockDialog))

/** One counted product: where its pieces lie, what was packed, and how it came to that. */
export function StockProductPage({ id }: { id: string }) {
  const query = useQuery(totalsQuery(id))
  return <QueryState query={query}>{(totals) => <Loaded totals={totals} />}</QueryState>
}

function Loaded({ totals }: { totals: Totals }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const id = totals.productId
  const product = useQuery(stockProductQuery(id))
  const isConsumable = product.data?.kind === 'CONSUMABLE'
  const consumable = useQuery({ ...consumableQuery(id), enabled: isConsumable })
  const levels = useQuery({
    queryKey: ['stock', 'levels', id],
    queryFn: () => loadLevels({ product: id, sort: 'location' }),
  })
  const [doing, setDoing] = useState<{ deed: StockDeed; preset: StockPreset } | null>(null)
  const [settingLevels, setSettingLevels] = useState(false)
  const here = { productId: id, productName: totals.productName }
  const act = (deed: StockDeed, preset: StockPreset = here) => setDoing({ deed, preset })
  const count = () => void navigate({ href: `/stock/count?product=${id}` })
  const actions: Action[] = [
    { label: t('stock.deeds.receive'), icon: IconTruckDelivery, run: () => act('receive'), needs: 'STOCK_ADJUST' },
    ...(isConsumable
      ? [{ label: t('stock.deeds.consume'), icon: IconShoppingCart, run: () => act('consume'), needs: 'STOCK_ADJUST' }]
      : []),
    { label: t('stock.deeds.move'), icon: IconArrowsMove, run: () => act('move'), needs: 'MOVE' },
    { label: t('stock.deeds.adjust'), icon: IconAdjustments, run: () => act('adjust'), needs: 'STOCK_ADJUST' },
    ...(isConsumable
      ? [
          {
            label: t('stock.editLevels'),
            icon: IconPackages,
            run: () => setSettingLevels(true),
            needs: 'STOCK_ADJUST',
            disabled: !consumable.data,
          },
        ]
      : []),
  ]
  return (
    <>
      <DetailPage
        parent={{ to: '/stock', label: t('stock.stock') }}
        title={totals.productName}
        subtitle={
          <TextLink to={`/products/${id}` as '/'} size="sm">
            {t('stock.toProduct')}
          </TextLink>
        }
        picture={<IconPackages size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            {product.data && product.data.kind !== 'SERIALISED' && (
              <StatusBadge tone={isConsumable ? 'violet' : 'gray'}>{t(`stock.kinds.${product.data.kind}`)}</StatusBadge>
            )}
            {consumable.data && (
              <StatusBadge tone={consumableTone[consumable.data.status]}>
                {t(`stock.statuses.${consumable.data.status}`)}
              </StatusBadge>
            )}
          </>
        }
        primary={{ label: t('stock.count'), icon: IconClipboardCheck, run: count, needs: 'STOCK_ADJUST' }}
        actions={actions}
        facts={[
          { label: t('stock.owned'), value: format.number(totals.owned) },
          { label: t('stock.loose'), value: format.number(totals.loose) },
          { label: t('stock.packed'), value: format.number(totals.packed) },
          ...(consumable.data
            ? [
                { label: t('stock.parLevel'), value: format.number(consumable.data.parLevel) },
                { label: t('stock.reorderPoint'), value: format.number(consumable.data.reorderPoint) },
                { label: t('stock.toOrder'), value: format.number(consumable.data.toOrder) },
                { label: t('stock.supplier'), value: consumable.data.supplier ?? '–' },
              ]
            : []),
        ]}
        aside={totals.sites.length > 1 && <Sites totals={totals} />}
        tabs={[
          {
            id: 'levels',
            label: t('stock.tabs.levels'),
            content: (
              <QueryState query={levels}>
                {(found) => <Levels levels={found} consumable={isConsumable} onAct={act} onReceive={() => act('receive')} />}
              </QueryState>
            ),
          },
          { id: 'ledger', label: t('stock.ledger'), content: <LedgerGrid productId={id} height={560} /> },
          ...(isConsumable
            ? [{ id: 'history', label: t('stock.tabs.history'), content: <HistoryList path={`/consumables/${id}/history`} /> }]
            : []),
        ]}
      />
      {doing && <StockDialog deed={doing.deed} preset={doing.preset} onClose={() => setDoing(null)} />}
      {settingLevels && consumable.data && <ReorderDialog consumable={consumable.data} onClose={() => setSettingLevels(false)} />}
    </>
  )
}

function Sites({ totals }: { totals: Totals }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card padding="md">
      <Text size="sm" fw={600} mb={6}>
        {t('stock.sites')}
      </Text>
      <Stack gap={6}>
        {totals.sites.map((site) => (
          <Group key={site.locationId} justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" miw={0} truncate>
              {site.locationName}
            </Text>
            <Text size="sm" className="num" ta="right">
              {format.number(site.loose)}
              {site.packed > 0 && (
                <Text span size="xs" c="dimmed" ml={6}>
                  {t('stock.plusPacked', { number: format.number(site.packed) })}
                </Text>
              )}
            </Text>
          </Group>
        ))}
      </Stack>
    </Card>
  )
}

function Levels(props: {
  levels: Level[]
  consumable: boolean
  onAct: (deed: StockDeed, preset: StockPreset) => void
  onReceive: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  if (props.levels.length === 0) {
    return (
      <Card>
        <Stack align="center" gap="sm" py="md">
          <Text size="sm" c="dimmed">
            {t('stock.nowhere')}
          </Text>
          {can('STOCK_ADJUST') && (
            <Button variant="default" onClick={props.onReceive}>
              {t('stock.deeds.receive')}
            </Button>
          )}
        </Stack>
      </Card>
    )
  }
  const deeds = (['receive', 'consume', 'move', 'adjust'] as const).filter(
    (deed) => can(deed === 'move' ? 'MOVE' : 'STOCK_ADJUST') && (deed !== 'consume' || props.consumable),
  )
  return (
    <Card padding={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stock.location')}</Table.Th>
            <Table.Th ta="right">{t('stock.quantity')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('stock.counted')}</Table.Th>
            {deeds.length > 0 && (
              <Table.Th w={56}>
                <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.levels.map((level) => {
            const preset = {
              productId: level.productId,
              productName: level.productName,
              locationId: level.locationId,
              locationName: level.locationName,
            }
            return (
              <Table.Tr key={level.id}>
                <Table.Td>
                  <TextLink to={`/locations/${level.locationId}` as '/'} size="sm">
                    {level.locationName}
                  </TextLink>
                </Table.Td>
                <Table.Td ta="right" className="num">
                  <b style={{ fontWeight: 600 }}>{format.number(level.quantity)}</b>
                </Table.Td>
                <Table.Td visibleFrom="sm">{level.countedAt ? format.date(level.countedAt) : t('stock.neverCounted')}</Table.Td>
                {deeds.length > 0 && (
                  <Table.Td>
                    <Menu width={200}>
                      <Menu.Target>
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="gray"
                          aria-label={t('stock.actionsAt', { location: level.locationName })}
                        >
                          <IconDots size={17} aria-hidden />
                        </Button>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {deeds.map((deed) => (
                          <Menu.Item key={deed} onClick={() => props.onAct(deed, preset)}>
                            {t(`stock.deeds.${deed}`)}
                          </Menu.Item>
                        ))}
                      </Menu.Dropdown>
                    </Menu>
                  </Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Card>
  )
}
