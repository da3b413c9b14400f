import { createFileRoute } from '@tanstack/react-router'
import { SchedulesPage } from '@/features/reports/components/SchedulesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/reports/scheduled')({ loader: () => loadWords('reports'), component: SchedulesPage })
