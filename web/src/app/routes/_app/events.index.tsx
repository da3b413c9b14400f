import { createFileRoute } from '@tanstack/react-router'
import { EventsPage } from '@/features/events/components/EventsPage'

export const Route = createFileRoute('/_app/events/')({ component: EventsPage })
