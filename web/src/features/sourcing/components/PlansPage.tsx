import { IconShoppingCart } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn } from '@/components/grid/usualColumns'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type Plan, type PlanInput, planKinds, planStates, tones } from '../api/sourcing'
import { numberColumn, piecesColumn, SourcingList } from './SourcingList'
import { useMade } from './useSourced'

const PlanForm = later(() => import('./PlanForm').then((file) => file.PlanForm))
const empty: PlanInput = {
  kind: 'PURCHASE',
  productId: null,
  warehouseId: null,
  quantity: 1,
  dueOn: null,
  partnerId: null,
  unitCost: null,
  note: null,
}

/** What is to be bought and sold. */
export function PlansPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const made = useMade('/planned-stock')
  const columns = useMemo<Column<Plan>[]>(
    () => [
      numberColumn(t('sourcing.number')),
      piecesColumn(t('sourcing.what'), format),
      { id: 'kind', header: t('sourcing.kind'), cell: (one) => t(`sourcing.kinds.${one.kind}`), width: 120 },
      { id: 'dueOn', header: t('sourcing.dueOn'), cell: (one) => format.date(one.dueOn), sort: 'dueOn', width: 130 },
      { id: 'warehouse', header: t('sourcing.warehouse'), cell: (one) => one.warehouse.name, width: 180, card: 'none' },
      { id: 'partner', header: t('sourcing.partner'), cell: (one) => one.partner?.name ?? '–', width: 190, card: 'none' },
      {
        id: 'unitCost',
        header: t('sourcing.unitCost'),
        cell: (one) => format.money(one.unitCost),
        align: 'end',
        width: 120,
        card: 'none',
      },
      {
        id: 'state',
        header: t('sourcing.state'),
        cell: (one) => <StatusBadge tone={tones[one.state]}>{t(`sourcing.planStates.${one.state}`)}</StatusBadge>,
        width: 130,
        card: 'badge',
      },
      changedColumn(t('sourcing.changed'), format),
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'kind',
        label: t('sourcing.kind'),
        kind: 'options',
        options: planKinds.map((one) => ({ value: one, label: t(`sourcing.kinds.${one}`) })),
      },
      {
        id: 'state',
        label: t('sourcing.state'),
        kind: 'options',
        options: planStates.map((one) => ({ value: one, label: t(`sourcing.planStates.${one}`) })),
      },
      { id: 'product', label: t('sourcing.product'), kind: 'remote', endpoint: '/products' },
    ],
    [t],
  )
  return (
    <SourcingList<Plan>
      path="/planned-stock"
      columns={columns}
      filters={filters}
      defaultSort="dueOn"
      empty={{ icon: IconShoppingCart, title: t('sourcing.noPlans'), text: t('sourcing.noPlansText') }}
      create={{
        label: t('sourcing.newPlan'),
        needs: 'SOURCE_EDIT',
        form: (close) => (
          <PlanForm
            values={empty}
            inDialog
            submitLabel={t('sourcing.plan')}
            onCancel={close}
            save={(values) => api.post<Plan>('/planned-stock', values)}
            onSaved={made}
          />
        ),
      }}
    />
  )
}
