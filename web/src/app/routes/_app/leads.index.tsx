import { createFileRoute } from '@tanstack/react-router'
import { LeadsPage } from '@/features/leads/components/LeadsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/leads/')({ loader: () => loadWords('leads'), component: LeadsPage })
