import { createFileRoute } from '@tanstack/react-router'
import { LookUp } from '@/features/scanning/components/LookUp'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/scan/look-up')({ loader: () => loadWords('scanning'), component: LookUp })
