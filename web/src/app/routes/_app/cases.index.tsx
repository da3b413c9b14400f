import { createFileRoute } from '@tanstack/react-router'
import { CasesPage } from '@/features/cases/components/CasesPage'

export const Route = createFileRoute('/_app/cases/')({ component: CasesPage })
