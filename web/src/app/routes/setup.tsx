import { createFileRoute } from '@tanstack/react-router'
import { SetupPage } from '@/features/start/components/SetupPage'

export const Route = createFileRoute('/setup')({ component: SetupPage })
