import { createFileRoute } from '@tanstack/react-router'
import { TemplatesPage } from '@/features/events/components/TemplatesPage'

export const Route = createFileRoute('/_app/events/templates')({ component: TemplatesPage })
