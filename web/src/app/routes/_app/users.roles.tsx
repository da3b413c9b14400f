import { createFileRoute } from '@tanstack/react-router'
import { RolesPage } from '@/features/people/components/RolesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/users/roles')({ loader: () => loadWords('people'), component: RolesPage })
