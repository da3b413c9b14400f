import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { NewProductPage } from '@/features/catalogue/components/NewProductPage'

export const Route = createFileRoute('/_app/products/new')({ loader: preloadForms, component: NewProductPage })
