import { createFileRoute } from '@tanstack/react-router'
import { SubHiresPage } from '@/features/sourcing/components/SubHiresPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/sub-hires/')({ loader: () => loadWords('sourcing'), component: SubHiresPage })
