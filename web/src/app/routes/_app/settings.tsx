import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { SettingsPage } from '@/features/settings/components/SettingsPage'

export const Route = createFileRoute('/_app/settings')({ loader: preloadForms, component: SettingsPage })
