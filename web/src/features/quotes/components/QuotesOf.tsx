import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { useCan } from '@/lib/session'
import { QuoteGrid } from './QuoteGrid'

const NewQuote = later(() => import('./NewQuote').then((file) => file.NewQuote))

/** The quotes of one client or one deal, and a new one for it. */
export function QuotesOf({ clientId, dealId }: { clientId?: string; dealId?: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const [creating, setCreating] = useState(false)
  return (
    <>
      {can('QUOTE_EDIT') && (
        <Group justify="flex-end" mb="sm">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t('quotes.new')}
          </Button>
        </Group>
      )}
      <QuoteGrid fixed={dealId ? { deal: dealId } : { client: clientId }} inAddress={false} height={480} views={false} />
      {creating && <NewQuote template={false} clientId={clientId} dealId={dealId} onClose={() => setCreating(false)} />}
    </>
  )
}
