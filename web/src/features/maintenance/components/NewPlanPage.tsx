import { Box, Card } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { type Plan, type PlanInput, planBody, touchedByPlans } from '../api/plans'
import { PlanForm } from './PlanForm'

const fresh: PlanInput = {
  name: '',
  kind: 'PAT',
  scope: 'CATEGORY',
  productId: null,
  categoryId: null,
  every: 12,
  unit: 'MONTHS',
  firstDue: 'AFTER_INTERVAL',
  leadDays: 30,
  blocksDispatch: true,
  instructions: null,
  checklist: [],
}

export function NewPlanPage({ product }: { product?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByPlans)
  return (
    <Box maw={860}>
      <TextLink to={'/maintenance/plans' as '/'} size="sm">
        {t('maintenance.plans')}
      </TextLink>
      <PageHeader title={t('maintenance.newPlan')} text={t('maintenance.newPlanText')} />
      <Card padding="lg">
        <PlanForm
          values={product ? { ...fresh, scope: 'PRODUCT', productId: product } : fresh}
          submitLabel={t('maintenance.createPlan')}
          onCancel={() => void navigate({ href: '/maintenance/plans' })}
          save={(input) => api.post<Plan>('/inspection-plans', planBody(input))}
          onSaved={async (plan) => {
            await navigate({ href: `/maintenance/plans/${plan.id}` })
            showDone(t('maintenance.planCreated', { count: plan.assets }))
            await refresh()
          }}
        />
      </Card>
    </Box>
  )
}
