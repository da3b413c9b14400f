import { createFileRoute } from '@tanstack/react-router'
import { ImportsPage } from '@/features/imports/components/ImportsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/imports/')({ loader: () => loadWords('imports'), component: ImportsPage })
