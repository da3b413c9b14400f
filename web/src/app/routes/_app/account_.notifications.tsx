import { createFileRoute } from '@tanstack/react-router'
import { PreferencesPage } from '@/features/notifications/components/PreferencesPage'

export const Route = createFileRoute('/_app/account_/notifications')({ component: PreferencesPage })
