import { createFileRoute } from '@tanstack/react-router'
import { ScanSettingsPage } from '@/features/scanning/components/ScanSettingsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/settings')({ loader: () => loadWords('scanning'), component: ScanSettingsPage })
