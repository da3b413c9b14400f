import { createFileRoute } from '@tanstack/react-router'
import { RolesPage } from '@/features/people/components/RolesPage'

export const Route = createFileRoute('/_app/users/roles')({ component: RolesPage })
