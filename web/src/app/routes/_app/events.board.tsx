import { createFileRoute } from '@tanstack/react-router'
import { BoardPage } from '@/features/events/components/BoardPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/board')({ loader: () => loadWords('events'), component: BoardPage })
