import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { SettingsPage } from '@/features/settings/components/SettingsPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/settings')({
  loader: () => {
    preloadForms()
    return loadWords('settings')
  },
  component: SettingsPage,
})
