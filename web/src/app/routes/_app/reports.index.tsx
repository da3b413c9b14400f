import { createFileRoute } from '@tanstack/react-router'
import { ReportsPage } from '@/features/reports/components/ReportsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/reports/')({ loader: () => loadWords('reports'), component: ReportsPage })
