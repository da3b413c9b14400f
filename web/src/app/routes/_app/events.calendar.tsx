import { createFileRoute } from '@tanstack/react-router'
import { CalendarPage } from '@/features/events/components/CalendarPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/calendar')({ loader: () => loadWords('events'), component: CalendarPage })
