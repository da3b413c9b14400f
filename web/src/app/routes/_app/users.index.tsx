import { createFileRoute } from '@tanstack/react-router'
import { UsersPage } from '@/features/people/components/UsersPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/users/')({ loader: () => loadWords('people'), component: UsersPage })
