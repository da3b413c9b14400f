import { IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { EventGrid } from './EventGrid'
import { ABOVE, EventsTabs } from './EventsTabs'

const fixed = { template: true }
const without = ['number', 'phase', 'from', 'to', 'optioned', 'option', 'project', 'value']

/** What new events begin with. */
export function TemplatesPage() {
  const { t } = useTranslation()
  return (
    <EventsTabs tab="/events/templates">
      <EventGrid
        fixed={fixed}
        sort="name"
        above={ABOVE}
        without={without}
        views={false}
        empty={<EmptyState icon={IconTemplate} title={t('events.noTemplates')} text={t('events.noTemplatesText')} />}
      />
    </EventsTabs>
  )
}
