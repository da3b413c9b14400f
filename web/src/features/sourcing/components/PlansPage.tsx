import { IconShoppingCart } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn } from '@/components/grid/usualColumns'
import { ListPage } from '@/components/ListPage'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type Plan, type PlanInput, planKinds, planStates, tones, touched } from '../api/sourcing'
import { ABOVE, SourcingTabs } from './SourcingTabs'

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
  const navigate = useNavigate()
  const refresh = useRefresh(touched)
  const columns = useMemo<Column<Plan>[]>(
    () => [
      { id: 'number', header: t('sourcing.number'), cell: (one) => one.number, sort: 'number', width: 100, card: 'subtitle' },
      {
        id: 'product',
        header: t('sourcing.what'),
        cell: (one) => (
          <>
            <span className="num">{format.number(one.quantity)} × </span>
            <b style={{ fontWeight: 550 }}>{one.product.name}</b>
          </>
        ),
        width: 260,
        grow: true,
        card: 'title',
      },
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
    <ListPage<Plan>
      list="planned-stock"
      title={t('sourcing.title')}
      text={t('sourcing.text')}
      above={ABOVE}
      columns={columns}
      filters={filters}
      defaultSort="dueOn"
      rowLabel={(one) => `${one.number} ${one.product.name}`}
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
            onSaved={async (one) => {
              await refresh()
              await navigate({ href: `/planned-stock/${one.id}` })
            }}
          />
        ),
      }}
    >
      <SourcingTabs tab="/planned-stock" />
    </ListPage>
  )
}
