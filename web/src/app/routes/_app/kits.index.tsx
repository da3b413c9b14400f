import { createFileRoute } from '@tanstack/react-router'
import { KitsPage } from '@/features/catalogue/components/KitsPage'

export const Route = createFileRoute('/_app/kits/')({ component: KitsPage })
