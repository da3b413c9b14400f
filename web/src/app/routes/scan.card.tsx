import { createFileRoute } from '@tanstack/react-router'
import { PrintCardPage } from '@/features/scanning/components/PrintCardPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/card')({ loader: () => loadWords('scanning'), component: PrintCardPage })
