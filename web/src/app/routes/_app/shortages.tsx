import { createFileRoute } from '@tanstack/react-router'
import { ShortagesPage } from '@/features/events/components/ShortagesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/shortages')({ loader: () => loadWords('events'), component: ShortagesPage })
