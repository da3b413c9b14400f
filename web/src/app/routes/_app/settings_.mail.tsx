import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { MailPage } from '@/features/mail/components/MailPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/_app/settings_/mail')({
  loader: () => {
    preloadForms()
    return loadWords('mail')
  },
  component: MailPage,
})
