import { Button, Modal, Stack, Text } from '@mantine/core'
import { IconCalendarCheck, IconClipboardCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import type { Selection } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { PartControl } from '@/components/PartControl'
import { showProblem } from '@/components/toasts'
import { useShow } from '@/components/useShow'
import type { Query } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Due, loadDue, rememberRound } from '../api/inspections'
import { DueGrid } from './DueGrid'
import { ABOVE, MaintenanceTabs } from './MaintenanceTabs'

const parts = ['due', 'overdue', 'never', 'quarter', 'all'] as const
const fixed: Record<(typeof parts)[number], Query> = {
  due: {},
  overdue: { overdue: true },
  never: { within: 3650, never: true },
  quarter: { within: 90 },
  all: { within: 3650 },
}

/** What has to be inspected, and the way to do many at once. */
export function DuePage() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const [part, setPart] = useShow(parts)
  const [plans, setPlans] = useState<Due[][] | null>(null)
  const begin = (lines: Due[]) => {
    const plan = lines[0]?.plan
    if (!plan) return
    rememberRound({ planId: plan.id, assets: lines.map((line) => line.asset) })
    void navigate({ href: `/maintenance/record?plan=${plan.id}&round=true` })
  }
  const record = async (selection: Selection) => {
    try {
      const lines = await loadDue(selection.query, selection.all ? null : await selection.loadIds())
      const ids = [...new Set(lines.map((line) => line.plan.id))]
      const byPlan = ids.map((id) => lines.filter((line) => line.plan.id === id))
      if (byPlan.length === 1) begin(byPlan[0]!)
      else setPlans(byPlan)
    } catch (error) {
      showProblem(text(error))
    }
  }
  return (
    <MaintenanceTabs
      tab="/maintenance/due"
      actions={
        can('MAINTENANCE_EDIT') && (
          <ButtonLink to={'/maintenance/record' as '/'} leftSection={<IconClipboardCheck size={16} aria-hidden />}>
            {t('maintenance.record')}
          </ButtonLink>
        )
      }
    >
      <DueGrid
        key={part}
        fixed={fixed[part]}
        above={ABOVE}
        bulkActions={[
          {
            id: 'record',
            label: t('maintenance.recordSelected'),
            icon: IconClipboardCheck,
            needs: 'MAINTENANCE_EDIT',
            run: (selection) => void record(selection),
          },
        ]}
        empty={
          <EmptyState icon={IconCalendarCheck} title={t('maintenance.noDue')} text={t('maintenance.noDueText')}>
            {can('MAINTENANCE_PLAN') && (
              <ButtonLink to={'/maintenance/plans' as '/'} variant="default">
                {t('maintenance.plans')}
              </ButtonLink>
            )}
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`maintenance.dueParts.${one}`)} />
      </DueGrid>
      <Modal opened={plans !== null} onClose={() => setPlans(null)} title={<Text fw={650}>{t('maintenance.whichPlan')}</Text>}>
        <Text size="sm" mb="md">
          {t('maintenance.whichPlanText')}
        </Text>
        <Stack gap="xs">
          {plans?.map((lines) => (
            <Button key={lines[0]!.plan.id} variant="default" justify="space-between" onClick={() => begin(lines)}>
              {t('maintenance.planWithCount', { plan: lines[0]!.plan.name, count: lines.length })}
            </Button>
          ))}
        </Stack>
      </Modal>
    </MaintenanceTabs>
  )
}
