import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { SetupPage } from '@/features/start/components/SetupPage'

export const Route = createFileRoute('/setup')({ loader: preloadForms, component: SetupPage })
