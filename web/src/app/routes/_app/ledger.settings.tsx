import { createFileRoute } from '@tanstack/react-router'
import { SettingsPage } from '@/features/finance/components/SettingsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/settings')({ loader: () => loadWords('finance'), component: SettingsPage })
