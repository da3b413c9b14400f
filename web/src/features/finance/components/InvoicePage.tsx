import { Alert, Card, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconCash,
  IconFileTypePdf,
  IconFileTypeXml,
  IconMail,
  IconReceiptEuro,
  IconReceiptRefund,
  IconSend,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { type Action, DetailPage, type Fact } from '@/components/DetailPage'
import { DateField, NumberField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api, url } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { documentQuery, type Invoice, type InvoiceDocument, inputOf, touched } from '../api/finance'
import { InvoiceBadge } from './InvoiceBadge'
import { PaymentGrid } from './PaymentGrid'

const InvoiceForm = later(() => import('./InvoiceForm').then((file) => file.InvoiceForm))
const SendInvoice = later(() => import('./SendInvoice').then((file) => file.SendInvoice))
const PaymentDialog = later(() => import('./PaymentDialog').then((file) => file.PaymentDialog))

/** One invoice or credit note: as a draft to write, issued to read. */
export function InvoicePage({ id }: { id: string }) {
  const query = useQuery(documentQuery(id))
  return <QueryState query={query}>{(document) => <Loaded key={id} document={document} />}</QueryState>
}

function Loaded({ document }: { document: InvoiceDocument }) {
  const { t } = useTranslation()
  const { invoice } = document
  const can = useCan()
  const navigate = useNavigate()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [dialog, setDialog] = useState<'issue' | 'pay' | 'INVOICE' | 'REMINDER'>()
  const path = `/invoices/${invoice.id}`
  const draft = invoice.state === 'DRAFT'
  const credit = invoice.kind === 'CREDIT_NOTE'
  const creditIt = async () => {
    try {
      const made = await api.post<Invoice>(`${path}/credit-note`, {})
      await refresh()
      await navigate({ href: `/invoices/${made.id}` })
    } catch (error) {
      showProblem(text(error))
    }
  }
  const actions: (Action | false)[] = [
    {
      label: t('finance.pdf'),
      icon: IconFileTypePdf,
      run: () => void window.open(url(`${path}/pdf`), '_blank'),
      needs: 'INVOICE_READ',
    },
    !draft && {
      label: t('finance.ubl'),
      icon: IconFileTypeXml,
      run: () => void window.open(url(`${path}/ubl`), '_blank'),
      needs: 'INVOICE_READ',
    },
    !draft && invoice.reminderLevel > 0 && { label: t('finance.sendReminder'), icon: IconMail, run: () => setDialog('REMINDER') },
    !draft &&
      !credit &&
      invoice.open.amountMinor !== 0 && { label: t('finance.pay'), icon: IconCash, run: () => setDialog('pay') },
    !draft &&
      !credit &&
      invoice.state !== 'CREDITED' && { label: t('finance.credit'), icon: IconReceiptRefund, run: () => void creditIt() },
    draft && {
      label: t('finance.removeDraft'),
      icon: IconTrash,
      danger: true,
      run: () =>
        confirm({
          title: t('finance.removeTitle', { name: invoice.title }),
          action: t('finance.removeDraft'),
          danger: true,
          run: async () => {
            await api.delete(path, { version: invoice.version })
            await navigate({ href: '/invoices' })
            await refresh()
          },
        }),
    },
  ]
  const editable = draft && can('INVOICE_EDIT')
  return (
    <>
      <DetailPage
        parent={{ to: '/invoices', label: t('finance.invoices') }}
        title={invoice.number ?? invoice.title}
        subtitle={[t(`finance.kinds.${invoice.kind}`), invoice.number ? invoice.title : null, invoice.client.name]
          .filter(Boolean)
          .join(' · ')}
        picture={<IconReceiptEuro size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <InvoiceBadge invoice={invoice} />
            {invoice.reminderLevel > 0 && (
              <StatusBadge tone="warn">{t('finance.remindedN', { n: invoice.reminderLevel })}</StatusBadge>
            )}
          </>
        }
        primary={
          draft
            ? { label: t('finance.issue'), icon: IconSend, run: () => setDialog('issue'), needs: 'INVOICE_EDIT' }
            : { label: t('finance.send'), icon: IconMail, run: () => setDialog('INVOICE'), needs: 'INVOICE_EDIT' }
        }
        actions={actions.filter((one) => one !== false).map((one) => ({ needs: 'INVOICE_EDIT', ...one }))}
        facts={useFacts(document)}
        tabs={[
          { id: 'document', label: t('finance.document'), content: <DocumentCard document={document} /> },
          ...(editable
            ? [
                {
                  id: 'edit',
                  label: t('finance.edit'),
                  content: (
                    <Card padding="lg">
                      <InvoiceForm
                        invoice={invoice}
                        values={inputOf(document)}
                        version={invoice.version}
                        save={(_, { changed, version }) => api.patch<Invoice>(path, changed, { version })}
                        reload={async () => {
                          const fresh = await api.get<InvoiceDocument>(`${path}/document`)
                          return { values: inputOf(fresh), version: fresh.invoice.version }
                        }}
                        onSaved={async () => {
                          await refresh()
                          showDone(t('finance.saved'))
                        }}
                      />
                    </Card>
                  ),
                },
              ]
            : []),
          ...(draft || credit
            ? []
            : [
                {
                  id: 'payments',
                  label: t('finance.payments'),
                  content: <PaymentGrid fixed={{ invoice: invoice.id }} inAddress={false} height={420} views={false} />,
                },
              ]),
          { id: 'history', label: t('finance.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {dialog === 'issue' && <IssueDialog invoice={invoice} onClose={() => setDialog(undefined)} />}
      {(dialog === 'INVOICE' || dialog === 'REMINDER') && (
        <SendInvoice invoice={invoice} paper={dialog} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'pay' && <PaymentDialog invoice={invoice} onClose={() => setDialog(undefined)} />}
    </>
  )
}

const issueInput = z.object({ issuedOn: z.string().nullable(), rate: z.number().positive().nullable() })

function IssueDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const refresh = useRefresh(touched)
  const foreign = invoice.currency !== format.currency && invoice.kind !== 'CREDIT_NOTE'
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('finance.issueTitle', { name: invoice.title })}</Text>}>
      <Text size="sm" c="dimmed" mb="md">
        {t('finance.issueText')}
      </Text>
      <ResourceForm<z.infer<typeof issueInput>, Invoice>
        schema={issueInput}
        values={{ issuedOn: null, rate: null }}
        inDialog
        submitLabel={t('finance.issue')}
        onCancel={onClose}
        save={(values) => api.post<Invoice>(`/invoices/${invoice.id}/issue`, values, { version: invoice.version })}
        onSaved={async (issued) => {
          await refresh()
          onClose()
          showDone(t('finance.issued', { number: issued.number ?? '' }))
        }}
      >
        <DateField name="issuedOn" label={t('finance.issuedOn')} description={t('finance.todayHint')} />
        {foreign && (
          <NumberField
            name="rate"
            label={t('finance.rate', { own: format.currency, other: invoice.currency })}
            decimals={9}
            min={0}
            required
          />
        )}
      </ResourceForm>
    </Modal>
  )
}

/** As it is printed. */
function DocumentCard({ document }: { document: InvoiceDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { invoice, lines, vat, deductions, buyer } = document
  // Of five columns two fit; what the others say stands under the text.
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const price = (value: number) =>
    new Intl.NumberFormat(format.locale, { style: 'currency', currency: invoice.currency, maximumFractionDigits: 4 }).format(
      value,
    )
  const sum = (label: string, value: string, bold = false) => (
    <Table.Tr key={label}>
      <Table.Td colSpan={narrow ? 1 : 4} ta="right" fw={bold ? 650 : undefined}>
        {label}
      </Table.Td>
      <Table.Td ta="right" className="num" fw={bold ? 650 : undefined}>
        {value}
      </Table.Td>
    </Table.Tr>
  )
  return (
    <Card padding="lg">
      <Stack gap="md">
        <div>
          <Text fw={600}>{buyer.name}</Text>
          {buyer.lines.map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
          {buyer.vatNumber && (
            <Text size="sm" c="dimmed">
              {buyer.vatNumber}
            </Text>
          )}
        </div>
        {document.corrects && (
          <Text size="sm">
            {t('finance.correctsText', { number: document.corrects.number, date: format.date(document.corrects.issuedOn) })}
          </Text>
        )}
        {invoice.introduction && <Text style={{ whiteSpace: 'pre-line' }}>{invoice.introduction}</Text>}
        {lines.length === 0 ? (
          <Alert color="warn">{t('finance.noLines')}</Alert>
        ) : (
          <WideTable minWidth={narrow ? 270 : 560} label={t('finance.lines')}>
            <Table aria-label={t('finance.lines')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('finance.text')}</Table.Th>
                  {!narrow && (
                    <>
                      <Table.Th ta="right">{t('finance.quantity')}</Table.Th>
                      <Table.Th ta="right">{t('finance.unitPrice')}</Table.Th>
                      <Table.Th ta="right">{t('finance.vat')}</Table.Th>
                    </>
                  )}
                  <Table.Th ta="right">{t('finance.net')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map((line) => (
                  <Table.Tr key={line.id}>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>
                      {line.text}
                      {line.description && (
                        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
                          {line.description}
                        </Text>
                      )}
                      {line.discountPercent > 0 && (
                        <Text size="sm" c="dimmed">
                          {t('finance.lessDiscount', { percent: format.percent(line.discountPercent) })}
                        </Text>
                      )}
                      {narrow && (
                        <Text size="sm" c="dimmed" className="num">
                          {format.number(line.quantity)} {line.unit} × {price(line.unitPrice)}
                          <br />
                          {t('finance.vat')} {format.percent(line.vatPercent)}
                        </Text>
                      )}
                    </Table.Td>
                    {!narrow && (
                      <>
                        <Table.Td ta="right" className="num">
                          {format.number(line.quantity)} {line.unit}
                        </Table.Td>
                        <Table.Td ta="right" className="num">
                          {price(line.unitPrice)}
                        </Table.Td>
                        <Table.Td ta="right" className="num">
                          {format.percent(line.vatPercent)}
                        </Table.Td>
                      </>
                    )}
                    <Table.Td ta="right" className="num">
                      {format.money(line.net)}
                    </Table.Td>
                  </Table.Tr>
                ))}
                {sum(t('finance.net'), format.money(invoice.net))}
                {vat.map((one) =>
                  sum(
                    one.exemptionReason ??
                      t('finance.vatOn', { percent: format.percent(one.percent), base: format.money(one.base) }),
                    format.money(one.vat),
                  ),
                )}
                {sum(t('finance.gross'), format.money(invoice.gross), true)}
                {deductions.map((one) =>
                  sum(
                    t('finance.lessDeposit', { number: one.number }),
                    format.money({ ...one.gross, amountMinor: -one.gross.amountMinor }),
                  ),
                )}
                {deductions.length > 0 &&
                  sum(
                    t('finance.toPay'),
                    format.money({ ...invoice.gross, amountMinor: invoice.gross.amountMinor - invoice.deducted.amountMinor }),
                    true,
                  )}
              </Table.Tbody>
            </Table>
          </WideTable>
        )}
        {invoice.closing && <Text style={{ whiteSpace: 'pre-line' }}>{invoice.closing}</Text>}
      </Stack>
    </Card>
  )
}

function useFacts({ invoice, creditNotes }: InvoiceDocument): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const linked = (name: string, to: string, needs: string) =>
    can(needs) ? (
      <TextLink to={to as '/'} inherit>
        {name}
      </TextLink>
    ) : (
      name
    )
  const facts: (Fact | null | false)[] = [
    { label: t('finance.client'), value: linked(invoice.client.name, `/clients/${invoice.client.id}`, 'CLIENT_READ') },
    invoice.event && {
      label: t('finance.event'),
      value: linked(invoice.event.name, `/events/${invoice.event.id}`, 'EVENT_READ'),
    },
    invoice.deal && { label: t('finance.deal'), value: linked(invoice.deal.name, `/deals/${invoice.deal.id}`, 'DEAL_READ') },
    invoice.quoteId !== null && {
      label: t('finance.quote'),
      value: linked(t('finance.openQuote'), `/quotes/${invoice.quoteId}`, 'QUOTE_READ'),
    },
    invoice.corrects && {
      label: t('finance.corrects'),
      value: linked(invoice.corrects.name, `/invoices/${invoice.corrects.id}`, 'INVOICE_READ'),
    },
    creditNotes.length > 0 && {
      label: t('finance.creditNotes', { count: creditNotes.length }),
      value: (
        <Group gap="sm" component="span">
          {creditNotes.map((note) => (
            <span key={note.id}>{linked(note.number ?? t('finance.draftNote'), `/invoices/${note.id}`, 'INVOICE_READ')}</span>
          ))}
        </Group>
      ),
    },
    { label: t('finance.gross'), value: format.money(invoice.gross) },
    invoice.number !== null && invoice.kind !== 'CREDIT_NOTE' && { label: t('finance.open'), value: format.money(invoice.open) },
    invoice.paid.amountMinor !== 0 && { label: t('finance.paid'), value: format.money(invoice.paid) },
    invoice.credited.amountMinor !== 0 && { label: t('finance.credited'), value: format.money(invoice.credited) },
    { label: t('finance.issuedOn'), value: format.date(invoice.issuedOn) },
    invoice.kind !== 'CREDIT_NOTE' && { label: t('finance.dueOn'), value: format.date(invoice.dueOn) },
    invoice.suppliedFrom !== null && {
      label: t('finance.supplied'),
      value: [...new Set([invoice.suppliedFrom, invoice.suppliedTo])].filter(Boolean).map(format.date).join(' – '),
    },
    invoice.buyerReference !== null && { label: t('finance.buyerReference'), value: invoice.buyerReference },
    invoice.entryId !== null &&
      can('LEDGER_READ') && {
        label: t('finance.entry'),
        value: linked(t('finance.openEntry'), `/ledger/${invoice.entryId}`, 'LEDGER_READ'),
      },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
