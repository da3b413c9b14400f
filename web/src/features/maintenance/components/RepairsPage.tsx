import { IconPlus, IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { PartControl } from '@/components/PartControl'
import { useShow } from '@/components/useShow'
import { useCan } from '@/lib/session'
import { ABOVE, MaintenanceTabs } from './MaintenanceTabs'
import { RepairGrid } from './RepairGrid'

const parts = ['open', 'overdue', 'all'] as const
const fixed = { open: { open: true }, overdue: { overdue: true }, all: {} }

/** What is broken, who has it, and when it is back. */
export function RepairsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [part, setPart] = useShow(parts)
  const report = can('MAINTENANCE_EDIT') && (
    <ButtonLink to={'/maintenance/new' as '/'} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('maintenance.report')}
    </ButtonLink>
  )
  return (
    <MaintenanceTabs tab="/maintenance" actions={report}>
      <RepairGrid
        key={part}
        fixed={fixed[part]}
        above={ABOVE}
        filterState={part === 'all'}
        empty={
          <EmptyState
            icon={IconTool}
            title={t(part === 'all' ? 'maintenance.noRepairs' : `maintenance.none.${part}`)}
            text={t('maintenance.noRepairsText')}
          >
            {report}
          </EmptyState>
        }
      >
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`maintenance.parts.${one}`)} />
      </RepairGrid>
    </MaintenanceTabs>
  )
}
