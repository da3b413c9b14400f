import { createFileRoute } from '@tanstack/react-router'
import { CommandCardPage } from '@/features/scanning/components/CommandCardPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/command/$')({ loader: () => loadWords('scanning'), component: CommandCardPage })
