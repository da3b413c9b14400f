import { createFileRoute } from '@tanstack/react-router'
import { EventsPage } from '@/features/events/components/EventsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/')({ loader: () => loadWords('events'), component: EventsPage })
