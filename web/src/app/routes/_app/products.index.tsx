import { createFileRoute } from '@tanstack/react-router'
import { ProductsPage } from '@/features/catalogue/components/ProductsPage'

export const Route = createFileRoute('/_app/products/')({ component: ProductsPage })
