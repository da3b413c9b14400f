import { createFileRoute } from '@tanstack/react-router'
import { DuePage } from '@/features/maintenance/components/DuePage'

export const Route = createFileRoute('/_app/maintenance/due')({ component: DuePage })
