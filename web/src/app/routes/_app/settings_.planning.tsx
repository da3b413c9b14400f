import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { PlanningSettingsPage } from '@/features/events/components/PlanningSettingsPage'

export const Route = createFileRoute('/_app/settings_/planning')({ loader: preloadForms, component: PlanningSettingsPage })
