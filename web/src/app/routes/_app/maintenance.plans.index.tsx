import { createFileRoute } from '@tanstack/react-router'
import { PlansPage } from '@/features/maintenance/components/PlansPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/plans/')({ loader: () => loadWords('maintenance'), component: PlansPage })
