import { useTranslation } from 'react-i18next'
import { SendDialog } from '@/components/SendDialog'
import { showProblem } from '@/components/toasts'
import { api, url } from '@/lib/api/client'
import type { Quote, QuoteState } from '../api/quotes'

type Outcome = { state: QuoteState; letters: number }

/** A quote by e-mail: its paper enclosed, and a link of its own for everybody who gets it. */
export function SendQuote({ quote, onSent, onClose }: { quote: Quote; onSent: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation()
  const version = quote.current
  const open = version.state === 'DRAFT' || version.state === 'SENT' || version.state === 'VIEWED'
  return (
    <SendDialog<Outcome>
      title={t('quotes.mailTitle', { name: quote.number })}
      clientId={quote.client?.id ?? ''}
      draft={`/quotes/${quote.id}/email-draft`}
      paper={[{ name: `${quote.number}-v${version.nth}.pdf`, href: url(`/quotes/versions/${version.id}/pdf`) }]}
      hint={open ? t('quotes.mailHint') : undefined}
      send={(letter) => api.post<Outcome>(`/quotes/${quote.id}/emails`, letter, { version: quote.version })}
      onSent={async (outcome) => {
        onClose()
        await onSent()
        if (outcome.letters === 0) showProblem(t('quotes.mailWaits'))
      }}
      onClose={onClose}
    />
  )
}
