import { createFileRoute } from '@tanstack/react-router'
import { TransfersPage } from '@/features/transfers/components/TransfersPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/transfers/')({ loader: () => loadWords('transfers'), component: TransfersPage })
