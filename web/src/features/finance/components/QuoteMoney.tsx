import { Button, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { IconReceiptEuro } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { WideTable } from '@/components/WideTable'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Account, billingQuery } from '../api/billing'
import type { Invoice } from '../api/finance'
import { InvoiceBadge } from './InvoiceBadge'

const BillDialog = later(() => import('./BillDialog').then((file) => file.BillDialog))

/** What an accepted quote was billed, and what is left to bill. */
export function QuoteMoney({ quoteId }: { quoteId: string }) {
  const query = useQuery(billingQuery(quoteId))
  return <QueryState query={query}>{(account) => <AccountCard account={account} />}</QueryState>
}

type AccountProps = {
  account: Account
  named?: boolean
  /** The event was cancelled: what is owed now is not what was accepted. */
  over?: boolean
}

export function AccountCard({ account, named = false, over = false }: AccountProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const [billing, setBilling] = useState(false)
  const { net, billed, deposits, left } = account
  const share = (part: { amountMinor: number }) =>
    net.amountMinor === 0 ? 0 : Math.min(100, Math.max(0, (100 * part.amountMinor) / net.amountMinor))
  const nothing = left.amountMinor <= 0 && deposits.amountMinor === 0
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {named && can('QUOTE_READ') ? (
            <TextLink to={`/quotes/${account.quote.id}` as '/'} inherit>
              {account.quote.name}
            </TextLink>
          ) : named ? (
            account.quote.name
          ) : (
            t('finance.billing.title')
          )}
        </Title>
        {can('INVOICE_EDIT') && !nothing && !over && (
          <Button size="xs" leftSection={<IconReceiptEuro size={14} aria-hidden />} onClick={() => setBilling(true)}>
            {t('finance.billing.make')}
          </Button>
        )}
      </Group>
      <Stack gap="md">
        <Progress.Root size="lg" aria-label={t('finance.billing.progress')}>
          <Progress.Section value={share(billed)} color="ok" aria-label={t('finance.billing.billed')} />
          <Progress.Section value={share(deposits)} color="info" aria-label={t('finance.billing.deposits')} />
        </Progress.Root>
        <Group gap="xl" wrap="wrap">
          <Sum label={t('finance.billing.accepted')} value={format.money(net)} />
          <Sum label={t('finance.billing.billed')} value={format.money(billed)} />
          <Sum label={t('finance.billing.deposits')} value={format.money(deposits)} />
          <Sum label={t('finance.billing.left')} value={format.money(left)} />
        </Group>
        {account.event && !named && (
          <Text size="sm">
            {t('finance.billing.became')}{' '}
            {can('EVENT_READ') ? (
              <TextLink to={`/events/${account.event.id}` as '/'} inherit>
                {account.event.name}
              </TextLink>
            ) : (
              account.event.name
            )}
          </Text>
        )}
        {account.invoices.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('finance.billing.none')}
          </Text>
        ) : (
          <WideTable minWidth={270} label={t('finance.invoices')}>
            <Table aria-label={t('finance.billing.invoices', { name: account.quote.name })}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('finance.number')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('finance.kind')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('finance.state')}</Table.Th>
                  <Table.Th ta="right">{t('finance.net')}</Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('finance.gross')}
                  </Table.Th>
                  <Table.Th ta="right" visibleFrom="sm">
                    {t('finance.open')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {account.invoices.map((one) => (
                  <InvoiceRow key={one.id} invoice={one} />
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        )}
      </Stack>
      {billing && <BillDialog account={account} onClose={() => setBilling(false)} />}
    </Card>
  )
}

function Sum({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text className="num" fw={600}>
        {value}
      </Text>
    </div>
  )
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const format = useFormat()
  const credit = invoice.kind === 'CREDIT_NOTE'
  const signed = (money: { amountMinor: number; currency: string }) =>
    format.money(credit ? { ...money, amountMinor: -money.amountMinor } : money)
  return (
    <Table.Tr>
      <Table.Td className="num">
        <TextLink to={`/invoices/${invoice.id}` as '/'} inherit>
          {invoice.number ?? t('finance.states.DRAFT')}
        </TextLink>
        <Group gap={6} hiddenFrom="sm" fz="xs">
          {t(`finance.kinds.${invoice.kind}`)}
          <InvoiceBadge invoice={invoice} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{t(`finance.kinds.${invoice.kind}`)}</Table.Td>
      <Table.Td visibleFrom="sm">
        <InvoiceBadge invoice={invoice} />
      </Table.Td>
      <Table.Td ta="right" className="num">
        {signed(invoice.net)}
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {t('finance.gross')} {signed(invoice.gross)}
          <br />
          {t('finance.open')} {format.money(invoice.open)}
        </Text>
      </Table.Td>
      <Table.Td ta="right" className="num" visibleFrom="sm">
        {signed(invoice.gross)}
      </Table.Td>
      <Table.Td ta="right" className="num" visibleFrom="sm">
        {format.money(invoice.open)}
      </Table.Td>
    </Table.Tr>
  )
}
