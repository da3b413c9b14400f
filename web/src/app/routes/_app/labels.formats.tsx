import { createFileRoute } from '@tanstack/react-router'
import { FormatsPage } from '@/features/labels/components/FormatsPage'

export const Route = createFileRoute('/_app/labels/formats')({ component: FormatsPage })
