import { IconClipboardList, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { PartControl } from '@/components/PartControl'
import { StatusBadge } from '@/components/StatusBadge'
import { useShow } from '@/components/useShow'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Plan, planKinds } from '../api/plans'
import { EveryText } from './EveryText'
import { ABOVE, MaintenanceTabs } from './MaintenanceTabs'

const parts = ['active', 'archived'] as const

/** What is inspected how often. */
export function PlansPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const [part, setPart] = useShow(parts)
  const columns = useMemo<Column<Plan>[]>(
    () => [
      {
        id: 'name',
        header: t('maintenance.planName'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.name}</b>,
        sort: 'name',
        width: 240,
        grow: true,
        card: 'title',
      },
      {
        id: 'kind',
        header: t('maintenance.standard'),
        cell: (one) => <StatusBadge tone="info">{t(`maintenance.shortKinds.${one.kind}`)}</StatusBadge>,
        sort: 'kind',
        width: 120,
        card: 'badge',
      },
      {
        id: 'scope',
        header: t('maintenance.scope'),
        cell: (one) => one.product?.name ?? one.category?.name ?? '–',
        width: 220,
        card: 'subtitle',
      },
      { id: 'every', header: t('maintenance.interval'), cell: (one) => <EveryText plan={one} />, width: 150 },
      {
        id: 'assets',
        header: t('maintenance.assets'),
        cell: (one) => format.number(one.assets),
        align: 'end',
        width: 100,
      },
      {
        id: 'items',
        header: t('maintenance.checklist'),
        cell: (one) => (one.checklist.length ? t('maintenance.itemCount', { count: one.checklist.length }) : '–'),
        width: 130,
        card: 'none',
      },
      {
        id: 'blocks',
        header: t('maintenance.blocks'),
        cell: (one) => t(one.blocksDispatch ? 'common.yes' : 'common.no'),
        width: 150,
        card: 'none',
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'kind',
        label: t('maintenance.standard'),
        kind: 'options',
        options: planKinds.map((one) => ({ value: one, label: t(`maintenance.planKinds.${one}`) })),
      },
      { id: 'product', label: t('maintenance.product'), kind: 'remote', endpoint: '/products' },
    ],
    [t],
  )
  const create = can('MAINTENANCE_PLAN') && (
    <ButtonLink to={'/maintenance/plans/new' as '/'} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('maintenance.newPlan')}
    </ButtonLink>
  )
  return (
    <MaintenanceTabs tab="/maintenance/plans" actions={create}>
      <DataGrid<Plan>
        key={part}
        list="inspection-plans"
        label={t('maintenance.plans')}
        columns={columns}
        filters={filters}
        fixed={{ archived: part === 'archived' }}
        defaultSort="name"
        rowHref={(one) => `/maintenance/plans/${one.id}`}
        rowLabel={(one) => one.name}
        above={ABOVE}
        empty={
          <EmptyState
            icon={IconClipboardList}
            title={t(part === 'archived' ? 'maintenance.noArchivedPlans' : 'maintenance.noPlans')}
            text={t('maintenance.noPlansText')}
          >
            {create}
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`maintenance.planParts.${one}`)} />
      </DataGrid>
    </MaintenanceTabs>
  )
}
