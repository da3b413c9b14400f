import { Alert, Card } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconClipboardCheck, IconClipboardList, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Plan, planBody, planInputOf, planQuery, touchedByPlans } from '../api/plans'
import { DueGrid } from './DueGrid'
import { EveryText } from './EveryText'
import { InspectionGrid } from './InspectionGrid'

const PlanForm = later(() => import('./PlanForm').then((file) => file.PlanForm))

/** One inspection plan: what is due under it, what was found, what it asks. */
export function PlanPage({ id }: { id: string }) {
  const query = useQuery(planQuery(id))
  return <QueryState query={query}>{(plan) => <Loaded plan={plan} />}</QueryState>
}

function Loaded({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const refresh = useRefresh(touchedByPlans)
  const setArchived = (archived: boolean) => async () => {
    try {
      await api.post(`/inspection-plans/${plan.id}/${archived ? 'archival' : 'restoration'}`)
      if (archived) showUndo(t('maintenance.planArchived', { name: plan.name }), setArchived(false))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = () =>
    confirm({
      title: t('maintenance.removePlanTitle', { name: plan.name }),
      text: t('maintenance.removePlanText'),
      action: t('maintenance.removePlan'),
      danger: true,
      run: async () => {
        await api.delete(`/inspection-plans/${plan.id}`, { version: plan.version })
        await navigate({ href: '/maintenance/plans' })
        await queryClient.invalidateQueries({ queryKey: ['inspection-plans', 'grid'] })
      },
    })
  return (
    <DetailPage
      parent={{ to: '/maintenance/plans', label: t('maintenance.plans') }}
      title={plan.name}
      subtitle={t(`maintenance.planKinds.${plan.kind}`)}
      picture={<IconClipboardList size={44} stroke={1.3} aria-hidden />}
      badges={plan.archivedAt && <StatusBadge tone="gray">{t('maintenance.archived')}</StatusBadge>}
      primary={
        plan.archivedAt
          ? { label: t('maintenance.restorePlan'), icon: IconArchiveOff, run: setArchived(false), needs: 'MAINTENANCE_PLAN' }
          : {
              label: t('maintenance.record'),
              icon: IconClipboardCheck,
              run: () => void navigate({ href: `/maintenance/record?plan=${plan.id}` }),
              needs: 'MAINTENANCE_EDIT',
            }
      }
      actions={[
        ...(plan.archivedAt
          ? []
          : [{ label: t('maintenance.archivePlan'), icon: IconArchive, run: setArchived(true), needs: 'MAINTENANCE_PLAN' }]),
        { label: t('maintenance.removePlan'), icon: IconTrash, run: remove, needs: 'MAINTENANCE_PLAN', danger: true },
      ]}
      notice={plan.archivedAt && <Alert color="gray">{t('maintenance.archivedText')}</Alert>}
      facts={[
        {
          label: t('maintenance.scope'),
          value: plan.product ? (
            <TextLink to={`/products/${plan.product.id}` as '/'} size="sm">
              {plan.product.name}
            </TextLink>
          ) : (
            (plan.category?.name ?? '–')
          ),
        },
        { label: t('maintenance.assets'), value: format.number(plan.assets) },
        { label: t('maintenance.interval'), value: <EveryText plan={plan} /> },
        { label: t('maintenance.leadDays'), value: t('maintenance.days', { count: plan.leadDays }) },
        { label: t('maintenance.blocks'), value: t(plan.blocksDispatch ? 'common.yes' : 'common.no') },
      ]}
      tabs={[
        {
          id: 'due',
          label: t('maintenance.tabs.due'),
          content: <DueGrid fixed={{ plan: plan.id, within: 3650 }} withPlan={false} inAddress={false} height={520} />,
        },
        {
          id: 'details',
          label: t('maintenance.tabs.details'),
          content: (
            <Card padding="lg">
              <PlanForm
                plan={plan}
                values={planInputOf(plan)}
                version={plan.version}
                disabled={!can('MAINTENANCE_PLAN')}
                save={(input, { version }) => api.patch<Plan>(`/inspection-plans/${plan.id}`, planBody(input), { version })}
                reload={async () => {
                  const fresh = await api.get<Plan>(`/inspection-plans/${plan.id}`)
                  return { values: planInputOf(fresh), version: fresh.version }
                }}
                onSaved={async () => {
                  await refresh()
                  showDone(t('maintenance.planSaved'))
                }}
              />
            </Card>
          ),
        },
        {
          id: 'inspections',
          label: t('maintenance.inspections'),
          content: <InspectionGrid fixed={{ plan: plan.id }} withPlan={false} inAddress={false} height={520} />,
        },
        {
          id: 'history',
          label: t('maintenance.tabs.history'),
          content: <HistoryList path={`/inspection-plans/${plan.id}/history`} />,
        },
      ]}
    />
  )
}
