import { createFileRoute } from '@tanstack/react-router'
import { JournalPage } from '@/features/finance/components/JournalPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/ledger/')({ loader: () => loadWords('finance'), component: JournalPage })
