import { createFileRoute } from '@tanstack/react-router'
import { BoardPage } from '@/features/events/components/BoardPage'

export const Route = createFileRoute('/_app/events/board')({ component: BoardPage })
