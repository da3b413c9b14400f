import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { PlanningSettingsPage } from '@/features/events/components/PlanningSettingsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/settings_/planning')({
  loader: () => {
    preloadForms()
    return loadWords('events')
  },
  component: PlanningSettingsPage,
})
