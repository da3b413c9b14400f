import { createFileRoute } from '@tanstack/react-router'
import { PlansPage } from '@/features/sourcing/components/PlansPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/planned-stock/')({ loader: () => loadWords('sourcing'), component: PlansPage })
