import { Button, Card, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconCash, IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { type Action, DetailPage } from '@/components/DetailPage'
import { TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { openInvoicesQuery, type Payment, paymentQuery, touched } from '../api/finance'

/** One payment: what it pays, and what is left of it. */
export function PaymentPage({ id }: { id: string }) {
  const query = useQuery(paymentQuery(id))
  return <QueryState query={query}>{(payment) => <Loaded payment={payment} />}</QueryState>
}

const reasonInput = z.object({ reason: z.string().trim().min(1).max(300) })

function Loaded({ payment }: { payment: Payment }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [dialog, setDialog] = useState<'cancel' | 'allocate'>()
  const path = `/payments/${payment.id}`
  const stands = payment.cancelledAt === null
  const act = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const actions: (Action | false)[] = [
    stands &&
      payment.free.amountMinor !== 0 && { label: t('finance.allocate'), icon: IconLink, run: () => setDialog('allocate') },
    stands &&
      payment.free.amountMinor > 0 && {
        label: t('finance.refund'),
        icon: IconArrowBackUp,
        run: () =>
          confirm({
            title: t('finance.refundTitle', { sum: format.money(payment.free) }),
            text: t('finance.refundText', { client: payment.client.name }),
            action: t('finance.refund'),
            run: async () => {
              await api.post(`${path}/refund`, {})
              await refresh()
              showDone(t('finance.refundDone'))
            },
          }),
      },
    stands && { label: t('finance.cancelPayment'), icon: IconBan, danger: true, run: () => setDialog('cancel') },
  ]
  return (
    <>
      <DetailPage
        parent={{ to: '/invoices/payments', label: t('finance.payments') }}
        title={format.money(payment.amount)}
        subtitle={[format.date(payment.paidOn), payment.client.name].join(' · ')}
        picture={<IconCash size={44} stroke={1.3} aria-hidden />}
        badges={!stands ? <StatusBadge tone="gray">{t('finance.cancelled')}</StatusBadge> : undefined}
        actions={actions.filter((one) => one !== false).map((one) => ({ needs: 'INVOICE_EDIT', ...one }))}
        facts={[
          {
            label: t('finance.client'),
            value: can('CLIENT_READ') ? (
              <TextLink to={`/clients/${payment.client.id}?tab=money` as '/'} inherit>
                {payment.client.name}
              </TextLink>
            ) : (
              payment.client.name
            ),
          },
          { label: t('finance.paidOn'), value: format.date(payment.paidOn) },
          { label: t('finance.reference'), value: payment.reference ?? '–' },
          { label: t('finance.free'), value: format.money(payment.free) },
          ...(can('LEDGER_READ')
            ? [
                {
                  label: t('finance.entry'),
                  value: (
                    <TextLink to={`/ledger/${payment.entryId}` as '/'} inherit>
                      {t('finance.openEntry')}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(payment.note ? [{ label: t('finance.note'), value: payment.note }] : []),
          ...(payment.refundsId
            ? [
                {
                  label: t('finance.refunds'),
                  value: (
                    <TextLink to={`/payments/${payment.refundsId}` as '/'} inherit>
                      {t('finance.openPayment')}
                    </TextLink>
                  ),
                },
              ]
            : []),
        ]}
        tabs={[
          {
            id: 'pays',
            label: t('finance.pays'),
            content: (
              <Card padding="lg">
                {payment.parts.length === 0 ? (
                  <Text c="dimmed">{t('finance.paysNothing')}</Text>
                ) : (
                  <Table>
                    <Table.Tbody>
                      {payment.parts.map((part) => (
                        <Table.Tr key={part.invoiceId}>
                          <Table.Td>
                            <TextLink to={`/invoices/${part.invoiceId}` as '/'} inherit>
                              {part.number}
                            </TextLink>
                          </Table.Td>
                          <Table.Td ta="right" className="num">
                            {format.money(part.amount)}
                          </Table.Td>
                          <Table.Td ta="right">
                            {can('INVOICE_EDIT') && (
                              <Button
                                size="compact-sm"
                                variant="subtle"
                                onClick={() =>
                                  void act(() => api.delete(`${path}/parts/${part.invoiceId}`, { version: payment.version }))
                                }
                              >
                                {t('finance.release')}
                              </Button>
                            )}
                          </Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                )}
              </Card>
            ),
          },
          { id: 'history', label: t('finance.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {dialog === 'allocate' && <Allocate payment={payment} onClose={() => setDialog(undefined)} act={act} />}
      {dialog === 'cancel' && (
        <Modal opened onClose={() => setDialog(undefined)} title={<Text fw={650}>{t('finance.cancelPayment')}</Text>}>
          <ResourceForm<z.infer<typeof reasonInput>, Payment>
            schema={reasonInput}
            values={{ reason: '' }}
            inDialog
            submitLabel={t('finance.cancelPayment')}
            onCancel={() => setDialog(undefined)}
            save={(values) => api.post<Payment>(`${path}/cancellation`, values, { version: payment.version })}
            onSaved={async () => {
              setDialog(undefined)
              await refresh()
            }}
          >
            <TextField name="reason" label={t('finance.reason')} required autoFocus maxLength={300} />
          </ResourceForm>
        </Modal>
      )}
    </>
  )
}

function Allocate({
  payment,
  onClose,
  act,
}: {
  payment: Payment
  onClose: () => void
  act: (run: () => Promise<unknown>) => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(openInvoicesQuery(payment.client.id))
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('finance.allocate')}</Text>}>
      <QueryState query={query}>
        {({ items }) => {
          const fitting = items.filter(
            (one) =>
              one.currency === payment.amount.currency &&
              Math.sign(one.open.amountMinor) === Math.sign(payment.amount.amountMinor) &&
              !payment.parts.some((part) => part.invoiceId === one.id),
          )
          return fitting.length === 0 ? (
            <Text>{t('finance.nothingOpen')}</Text>
          ) : (
            <Stack gap="xs">
              {fitting.map((one) => (
                <Group key={one.id} justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    {one.number} {one.title}: {format.money(one.open)}
                  </Text>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() =>
                      void act(() =>
                        api.post(
                          `/payments/${payment.id}/parts`,
                          { parts: [{ invoiceId: one.id }] },
                          { version: payment.version },
                        ),
                      ).then(onClose)
                    }
                  >
                    {t('finance.payThis')}
                  </Button>
                </Group>
              ))}
            </Stack>
          )
        }}
      </QueryState>
    </Modal>
  )
}
