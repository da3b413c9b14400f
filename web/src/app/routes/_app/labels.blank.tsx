import { createFileRoute } from '@tanstack/react-router'
import { BlankLabelsPage } from '@/features/labels/components/BlankLabelsPage'

export const Route = createFileRoute('/_app/labels/blank')({ component: BlankLabelsPage })
