import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { PapersPage } from '@/features/papers/components/PapersPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/settings_/papers')({
  loader: () => {
    preloadForms()
    return loadWords('papers')
  },
  component: PapersPage,
})
