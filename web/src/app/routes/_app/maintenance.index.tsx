import { createFileRoute } from '@tanstack/react-router'
import { RepairsPage } from '@/features/maintenance/components/RepairsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/')({ loader: () => loadWords('maintenance'), component: RepairsPage })
