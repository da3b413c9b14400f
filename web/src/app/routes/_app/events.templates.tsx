import { createFileRoute } from '@tanstack/react-router'
import { TemplatesPage } from '@/features/events/components/TemplatesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/events/templates')({ loader: () => loadWords('events'), component: TemplatesPage })
