import { createFileRoute } from '@tanstack/react-router'
import { DuePage } from '@/features/maintenance/components/DuePage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/maintenance/due')({ loader: () => loadWords('maintenance'), component: DuePage })
