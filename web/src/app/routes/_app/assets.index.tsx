import { createFileRoute } from '@tanstack/react-router'
import { AssetsPage } from '@/features/inventory/components/AssetsPage'

export const Route = createFileRoute('/_app/assets/')({ component: AssetsPage })
