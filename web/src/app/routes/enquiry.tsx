import { createFileRoute } from '@tanstack/react-router'
import { preloadForms } from '@/components/form/parts'
import { EnquiryPage } from '@/features/leads/components/EnquiryPage'
import { loadWords } from '@/lib/i18n'

export const Route = createFileRoute('/enquiry')({
  loader: () => {
    preloadForms()
    return loadWords('leads')
  },
  component: EnquiryPage,
})
