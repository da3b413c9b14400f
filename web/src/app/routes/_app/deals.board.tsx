import { createFileRoute } from '@tanstack/react-router'
import { BoardPage } from '@/features/deals/components/BoardPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/deals/board')({ loader: () => loadWords('deals'), component: BoardPage })
