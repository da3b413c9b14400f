import { createFileRoute } from '@tanstack/react-router'
import { TimelinePage } from '@/features/timeline/components/TimelinePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/timeline')({ loader: () => loadWords('timeline'), component: TimelinePage })
