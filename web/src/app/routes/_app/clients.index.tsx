import { createFileRoute } from '@tanstack/react-router'
import { ClientsPage } from '@/features/clients/components/ClientsPage'

export const Route = createFileRoute('/_app/clients/')({ component: ClientsPage })
