import { createFileRoute } from '@tanstack/react-router'
import { CalendarPage } from '@/features/events/components/CalendarPage'

export const Route = createFileRoute('/_app/events/calendar')({ component: CalendarPage })
