import { IconClipboardCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/Link'
import { useCan } from '@/lib/session'
import { InspectionGrid } from './InspectionGrid'
import { ABOVE, MaintenanceTabs } from './MaintenanceTabs'

/** Everything that was inspected, with what was found. */
export function InspectionsPage() {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <MaintenanceTabs
      tab="/maintenance/inspections"
      actions={
        can('MAINTENANCE_EDIT') && (
          <ButtonLink to={'/maintenance/record' as '/'} leftSection={<IconClipboardCheck size={16} aria-hidden />}>
            {t('maintenance.record')}
          </ButtonLink>
        )
      }
    >
      <InspectionGrid above={ABOVE} />
    </MaintenanceTabs>
  )
}
