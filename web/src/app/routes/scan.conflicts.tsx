import { createFileRoute } from '@tanstack/react-router'
import { ConflictsPage } from '@/features/scanning/components/ConflictsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/conflicts')({ loader: () => loadWords('scanning'), component: ConflictsPage })
