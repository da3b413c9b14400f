import { Card, Text } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconCheck, IconShoppingCart } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Action, DetailPage } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { isOver, movePlan, type Plan, type PlanState, planInputOf, planQuery, tones, touched } from '../api/sourcing'
import { useLinked, useOrigin, useSaved } from './useSourced'

const PlanForm = later(() => import('./PlanForm').then((file) => file.PlanForm))

/** One planned purchase or sale. */
export function PlanPage({ id }: { id: string }) {
  const query = useQuery(planQuery(id))
  return <QueryState query={query}>{(plan) => <Loaded key={plan.id} plan={plan} />}</QueryState>
}

function Loaded({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const path = `/planned-stock/${plan.id}`
  const saved = useSaved(path, planInputOf)
  const link = useLinked()
  const origin = useOrigin(plan)
  const over = isOver(plan.state)
  const move = async (state: PlanState, quiet?: boolean) => {
    try {
      await movePlan(plan.id, state)
      const message = t('sourcing.moved', { number: plan.number, state: t(`sourcing.planStates.${state}`) })
      if (quiet) showDone(message)
      else showUndo(message, () => move(plan.state, true))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const needs = 'SOURCE_EDIT'
  const actions: Action[] = over
    ? [{ label: t('sourcing.planAgain'), icon: IconArrowBackUp, run: () => void move('PLANNED'), needs }]
    : [{ label: t('sourcing.cancelPlan'), icon: IconBan, run: () => void move('CANCELLED'), danger: true, needs }]
  return (
    <DetailPage
      parent={{ to: '/planned-stock', label: t('sourcing.plans') }}
      title={`${format.number(plan.quantity)} × ${plan.product.name}`}
      subtitle={[plan.number, t(`sourcing.kinds.${plan.kind}`), format.date(plan.dueOn), plan.partner?.name]
        .filter(Boolean)
        .join(' · ')}
      picture={<IconShoppingCart size={44} stroke={1.3} aria-hidden />}
      badges={<StatusBadge tone={tones[plan.state]}>{t(`sourcing.planStates.${plan.state}`)}</StatusBadge>}
      primary={
        over ? undefined : { label: t(`sourcing.done.${plan.kind}`), icon: IconCheck, run: () => void move('DONE'), needs }
      }
      actions={actions}
      notice={
        <Text size="sm" c="dimmed">
          {t(`sourcing.planMeans.${plan.kind}.${plan.state}`)}
        </Text>
      }
      facts={[
        link(t('sourcing.product'), plan.product.name, `/products/${plan.product.id}`, 'PRODUCT_READ'),
        { label: t('sourcing.warehouse'), value: plan.warehouse.name },
        { label: t('sourcing.unitCost'), value: <span className="num">{format.money(plan.unitCost)}</span> },
        ...origin,
      ]}
      tabs={[
        {
          id: 'details',
          label: t('sourcing.details'),
          content: (
            <Card padding="lg">
              <PlanForm
                plan={plan}
                values={planInputOf(plan)}
                version={plan.version}
                disabled={over || !can('SOURCE_EDIT')}
                save={(_, { changed, version }) => api.patch<Plan>(path, changed, { version })}
                {...saved}
              />
            </Card>
          ),
        },
        { id: 'history', label: t('sourcing.history'), content: <HistoryList path={`${path}/history`} /> },
      ]}
    />
  )
}
