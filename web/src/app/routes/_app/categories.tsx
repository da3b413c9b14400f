import { createFileRoute } from '@tanstack/react-router'
import { CategoriesPage } from '@/features/catalogue/components/CategoriesPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/categories')({
  loader: () => loadWords('pulllists'),
  component: CategoriesPage,
})
