import { createFileRoute } from '@tanstack/react-router'
import { RemindersPage } from '@/features/finance/components/RemindersPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/invoices/reminders')({
  loader: () => loadWords('finance', 'letters'),
  component: RemindersPage,
})
