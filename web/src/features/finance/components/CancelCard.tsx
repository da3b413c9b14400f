import { Alert, Button, Card, Group, List, Modal, Stack, Text, Title } from '@mantine/core'
import { IconCalendarCancel } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SwitchField, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type CancelPlan, cancellationQuery } from '../api/billing'
import { touched } from '../api/finance'

const input = z.object({ reason: z.string().trim().min(1).max(1_000), fee: z.boolean() })
type Input = z.infer<typeof input>

/** Cancelling what was won: what it does to the money is shown first. */
export function CancelCard({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { data: plan } = useQuery(cancellationQuery(eventId))
  const [asked, setAsked] = useState(false)
  if (!plan) return null
  const cancelled = plan.phase === 'CANCELLED'
  const something = plan.credits.length + plan.fees.length + plan.drafts.length > 0
  if (plan.settledOn === null && (!plan.possible || (cancelled && !something))) return null
  return (
    <Card padding="lg">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('finance.cancel.title')}
        </Title>
        {plan.settledOn === null && can('INVOICE_EDIT') && (cancelled || can('EVENT_CONFIRM')) && (
          <Button
            size="xs"
            color="bad"
            variant="light"
            leftSection={<IconCalendarCancel size={14} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t(cancelled ? 'finance.cancel.settle' : 'finance.cancel.ask')}
          </Button>
        )}
      </Group>
      {plan.settledOn !== null ? (
        <Stack gap="xs" mt="sm">
          <Text size="sm">{t('finance.cancel.done', { date: format.date(plan.settledOn), reason: plan.reason })}</Text>
          <Credits plan={plan} />
          {plan.feeInvoice && (
            <Text size="sm">
              {t('finance.cancel.feeInvoice')}{' '}
              <TextLink to={`/invoices/${plan.feeInvoice.id}` as '/'} inherit>
                {plan.feeInvoice.name}
              </TextLink>
            </Text>
          )}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed" mt="xs">
          {t(cancelled ? 'finance.cancel.unsettled' : 'finance.cancel.hint')}
        </Text>
      )}
      {asked && <CancelDialog plan={plan} eventId={eventId} onClose={() => setAsked(false)} />}
    </Card>
  )
}

function Credits({ plan }: { plan: CancelPlan }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (plan.credits.length === 0) return null
  return (
    <List size="sm" aria-label={t('finance.cancel.credits')}>
      {plan.credits.map((one) => (
        <List.Item key={one.invoiceId}>
          <TextLink to={`/invoices/${one.invoiceId}` as '/'} inherit>
            {one.number}
          </TextLink>{' '}
          {t(one.byHand ? 'finance.cancel.byHand' : one.rest ? 'finance.cancel.rest' : 'finance.cancel.credited', {
            sum: format.money(one.gross),
            paid: format.money(one.paid),
          })}
        </List.Item>
      ))}
    </List>
  )
}

function CancelDialog({ plan, eventId, onClose }: { plan: CancelPlan; eventId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh([...touched, 'events', 'quotes', 'activities'])
  const cancelled = plan.phase === 'CANCELLED'
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t('finance.cancel.question', { name: plan.event.name })}</Text>}
    >
      <Stack gap="sm" mb="md">
        {!cancelled && <Text size="sm">{t('finance.cancel.stock')}</Text>}
        {plan.fees.length === 0 ? (
          <Alert color="info">{t('finance.cancel.noFee')}</Alert>
        ) : (
          plan.fees.map((fee) => (
            <Text key={fee.quote.id} size="sm">
              {t(fee.daysBefore < 0 ? 'finance.cancel.feeLate' : 'finance.cancel.fee', {
                count: fee.daysBefore,
                percent: format.percent(fee.percent),
                quote: fee.quote.name,
                sum: format.money(fee.net),
              })}
            </Text>
          ))
        )}
        {plan.credits.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              {t('finance.cancel.willCredit')}
            </Text>
            <Credits plan={plan} />
          </div>
        )}
        {plan.drafts.length > 0 && (
          <Text size="sm">{t('finance.cancel.drafts', { names: plan.drafts.map((one) => one.name).join(', ') })}</Text>
        )}
      </Stack>
      <ResourceForm<Input, CancelPlan>
        schema={input}
        values={{ reason: '', fee: plan.fees.length > 0 }}
        inDialog
        submitLabel={t(cancelled ? 'finance.cancel.settle' : 'finance.cancel.do')}
        onCancel={onClose}
        cancelLabel={cancelled ? undefined : t('finance.cancel.keep')}
        save={(values) => api.post<CancelPlan>(`/events/${eventId}/cancellation`, values)}
        onSaved={async () => {
          await refresh()
          onClose()
          showDone(t('finance.cancel.was'))
        }}
      >
        <TextAreaField name="reason" label={t('finance.reason')} required rows={2} maxLength={1_000} />
        {plan.fees.length > 0 && <SwitchField name="fee" label={t('finance.cancel.bill')} />}
      </ResourceForm>
    </Modal>
  )
}
