import { createFileRoute } from '@tanstack/react-router'
import { PipelinesPage } from '@/features/deals/components/PipelinesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/deals/pipelines')({ loader: () => loadWords('deals'), component: PipelinesPage })
