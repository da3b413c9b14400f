import { createFileRoute } from '@tanstack/react-router'
import { FormPage } from '@/features/leads/components/FormPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/leads/form')({ loader: () => loadWords('leads'), component: FormPage })
