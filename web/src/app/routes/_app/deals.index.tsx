import { createFileRoute } from '@tanstack/react-router'
import { DealsPage } from '@/features/deals/components/DealsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/deals/')({ loader: () => loadWords('deals'), component: DealsPage })
