import { createFileRoute } from '@tanstack/react-router'
import { CategoriesPage } from '@/features/catalogue/components/CategoriesPage'

export const Route = createFileRoute('/_app/categories')({ component: CategoriesPage })
