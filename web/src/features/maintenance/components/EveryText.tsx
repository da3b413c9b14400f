import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Plan } from '../api/plans'

/** What the interval says in words. */
export function EveryText({ plan }: { plan: Pick<Plan, 'intervalMonths' | 'intervalDays'> }) {
  const { t } = useTranslation()
  return (
    <Text span inherit>
      {plan.intervalMonths
        ? t('maintenance.everyMonths', { count: plan.intervalMonths })
        : t('maintenance.everyDays', { count: plan.intervalDays ?? 0 })}
    </Text>
  )
}
