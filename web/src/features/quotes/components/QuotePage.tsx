import { Alert, Card, Stack } from '@mantine/core'
import { IconCopy, IconFileInvoice, IconFileTypePdf, IconMail, IconRefresh, IconTrash, IconVersions } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { type Action, DetailPage, type Fact } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api, url } from '@/lib/api/client'
import { useThingChanged } from '@/lib/event-stream'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type Quote, quoteQuery, tones, touched } from '../api/quotes'
import { QuoteLines } from './QuoteLines'
import { Sums } from './Sums'

const QuoteForm = later(() => import('./QuoteForm').then((file) => file.QuoteForm))
const VersionsTab = later(() => import('./VersionsTab').then((file) => file.VersionsTab))
const ResyncDialog = later(() => import('./ResyncDialog').then((file) => file.ResyncDialog))
const ReasonDialog = later(() => import('./ReasonDialog').then((file) => file.ReasonDialog))
const SendQuote = later(() => import('./SendQuote').then((file) => file.SendQuote))
const NewQuote = later(() => import('./NewQuote').then((file) => file.NewQuote))

/** One quote: its lines, what it comes to, its versions, and what is to be done with it. */
export function QuotePage({ id, client, money }: { id: string; client?: Client; money?: Billed }) {
  const query = useQuery(quoteQuery(id))
  // The client reads it, asks, says yes. A draft is written here, and reading it anew would take back what is being written.
  useThingChanged('quote', id, () => {
    if (query.data?.current.state !== 'DRAFT') void query.refetch()
  })
  return <QueryState query={query}>{(quote) => <Loaded key={quote.id} quote={quote} client={client} money={money} />}</QueryState>
}

/** What goes to its client and comes back; another feature's, so the page is handed it. */
type Client = (props: {
  quoteId: string
  contact?: string
  sent: boolean
  open: boolean
  declined: string | null
  onChanged: () => void
}) => ReactNode

/** What is billed of it once it is accepted; another feature's, too. */
type Billed = (quoteId: string) => ReactNode

type Asked = 'mail' | 'refuse' | 'decline' | 'resync' | 'copy'

function Loaded({ quote, client, money }: { quote: Quote; client?: Client; money?: Billed }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [asked, setAsked] = useState<Asked>()
  const version = quote.current
  const path = `/quotes/${quote.id}`
  const draft = version.state === 'DRAFT'
  const open = version.state === 'SENT' || version.state === 'VIEWED'
  const close = () => setAsked(undefined)
  const act = async (action: string, done: string) => {
    try {
      const after = await api.post<Quote>(`${path}/${action}`, {}, { version: quote.version })
      showDone(t(after.current.state === 'IN_APPROVAL' ? 'quotes.waits' : done))
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const primary: Action | undefined = quote.template
    ? { label: t('quotes.begin'), icon: IconCopy, run: () => setAsked('copy'), needs: 'QUOTE_EDIT' }
    : draft
      ? { label: t('quotes.mail'), icon: IconMail, run: () => setAsked('mail'), needs: 'QUOTE_EDIT' }
      : version.state === 'IN_APPROVAL'
        ? { label: t('quotes.approve'), run: () => void act('approve', 'quotes.sendDone'), needs: 'QUOTE_APPROVE' }
        : open || version.state === 'DECLINED' || version.state === 'EXPIRED'
          ? {
              label: t('quotes.revise'),
              icon: IconVersions,
              run: () => void act('versions', 'quotes.revised'),
              needs: 'QUOTE_EDIT',
            }
          : undefined
  const actions: Action[] = [
    ...(quote.template
      ? []
      : [
          {
            label: t('quotes.pdf'),
            icon: IconFileTypePdf,
            run: () => void window.open(url(`/quotes/versions/${version.id}/pdf`), '_blank'),
            needs: 'QUOTE_READ',
          },
        ]),
    ...(draft && !quote.template
      ? [{ label: t('quotes.send'), run: () => void act('send', 'quotes.sendDone'), needs: 'QUOTE_EDIT' }]
      : []),
    ...(open || version.state === 'ACCEPTED'
      ? [{ label: t('quotes.mail'), icon: IconMail, run: () => setAsked('mail'), needs: 'QUOTE_EDIT' }]
      : []),
    ...(draft ? [{ label: t('quotes.resync'), icon: IconRefresh, run: () => setAsked('resync'), needs: 'QUOTE_EDIT' }] : []),
    ...(version.state === 'IN_APPROVAL'
      ? [
          { label: t('quotes.refuse'), run: () => setAsked('refuse'), needs: 'QUOTE_APPROVE' },
          { label: t('quotes.withdraw'), run: () => void act('withdraw', 'quotes.withdrawn'), needs: 'QUOTE_EDIT' },
        ]
      : []),
    ...(open ? [{ label: t('quotes.decline'), run: () => setAsked('decline'), needs: 'QUOTE_EDIT' }] : []),
    ...(quote.template ? [] : [{ label: t('quotes.copy'), icon: IconCopy, run: () => setAsked('copy'), needs: 'QUOTE_EDIT' }]),
    ...(draft
      ? [
          {
            label: t('quotes.remove'),
            icon: IconTrash,
            danger: true,
            needs: 'QUOTE_EDIT',
            run: () =>
              confirm({
                title: t('quotes.removeTitle', { name: quote.name }),
                text: t('quotes.removeText'),
                action: t('quotes.remove'),
                danger: true,
                run: async () => {
                  await api.delete(path, { version: quote.version })
                  await refresh()
                  if (quote.versions.length === 1) await navigate({ href: '/quotes' })
                },
              }),
          },
        ]
      : []),
  ]
  return (
    <>
      <DetailPage
        parent={{ to: '/quotes', label: t('quotes.quotes') }}
        title={quote.name}
        subtitle={[quote.number, `v${version.nth}`, quote.client?.name].filter(Boolean).join(' · ')}
        picture={<IconFileInvoice size={44} stroke={1.3} aria-hidden />}
        badges={
          quote.template ? (
            <StatusBadge tone="gray">{t('quotes.template')}</StatusBadge>
          ) : (
            <StatusBadge tone={tones[version.state]}>{t(`quotes.states.${version.state}`)}</StatusBadge>
          )
        }
        primary={primary}
        actions={actions}
        notice={<Notice quote={quote} />}
        facts={useFacts(quote)}
        tabs={[
          {
            id: 'lines',
            label: t('quotes.tabs.lines'),
            content: (
              <Stack gap="md">
                <QuoteLines quote={quote} />
                <Sums version={version} />
              </Stack>
            ),
          },
          {
            id: 'details',
            label: t('quotes.tabs.details'),
            content: (
              <Card padding="lg">
                <QuoteForm
                  quote={quote}
                  disabled={!draft || !can('QUOTE_EDIT')}
                  onSaved={() => {
                    void refresh()
                    showDone(t('quotes.saved'))
                  }}
                />
              </Card>
            ),
          },
          ...(client && !quote.template
            ? [
                {
                  id: 'client',
                  label: t('quotes.client'),
                  content: client({
                    quoteId: quote.id,
                    contact: quote.contact?.name ?? quote.client?.name,
                    sent: quote.versions.some((one) => one.sentAt !== null),
                    open,
                    declined: version.state === 'DECLINED' ? version.declineReason : null,
                    onChanged: () => void refresh(),
                  }),
                },
              ]
            : []),
          ...(money && version.state === 'ACCEPTED'
            ? [{ id: 'money', label: t('quotes.tabs.money'), content: money(quote.id) }]
            : []),
          {
            id: 'versions',
            label: t('quotes.tabs.versions'),
            count: quote.versions.length,
            content: <VersionsTab quote={quote} />,
          },
          { id: 'history', label: t('quotes.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {asked === 'mail' && <SendQuote quote={quote} onSent={refresh} onClose={close} />}
      {asked === 'resync' && <ResyncDialog quote={quote} onClose={close} />}
      {asked === 'copy' && (
        <NewQuote template={false} copyOf={quote.id} clientId={quote.client?.id} dealId={quote.deal?.id} onClose={close} />
      )}
      {(asked === 'refuse' || asked === 'decline') && (
        <ReasonDialog
          title={t(asked === 'refuse' ? 'quotes.refuseTitle' : 'quotes.declineTitle')}
          action={t(asked === 'refuse' ? 'quotes.refuse' : 'quotes.decline')}
          save={(values) =>
            asked === 'refuse'
              ? api.post(`${path}/refuse`, values, { version: quote.version })
              : api.post(`/quotes/versions/${version.id}/decline`, values)
          }
          onSaved={() => {
            close()
            void refresh()
          }}
          onClose={close}
        />
      )}
    </>
  )
}

function Notice({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const version = quote.current
  if (version.state === 'DRAFT' && version.refusedReason)
    return <Alert color="warn">{t('quotes.refusedNotice', { reason: version.refusedReason })}</Alert>
  if (version.state === 'IN_APPROVAL') return <Alert color="info">{t('quotes.askedNotice', { who: version.askedByName })}</Alert>
  if (version.state === 'DECLINED' && version.declineReason)
    return <Alert color="bad">{t('quotes.declinedNotice', { reason: version.declineReason })}</Alert>
  return null
}

function useFacts(quote: Quote): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const version = quote.current
  const linked = (name: string, to: string, needs: string) =>
    can(needs) ? (
      <TextLink to={to as '/'} inherit>
        {name}
      </TextLink>
    ) : (
      name
    )
  const facts: (Fact | null | false)[] = [
    quote.client && { label: t('quotes.client'), value: linked(quote.client.name, `/clients/${quote.client.id}`, 'CLIENT_READ') },
    quote.contact && { label: t('quotes.contact'), value: quote.contact.name },
    quote.deal && { label: t('quotes.deal'), value: linked(quote.deal.name, `/deals/${quote.deal.id}`, 'DEAL_READ') },
    quote.event && {
      label: t(version.state === 'ACCEPTED' ? 'quotes.became' : 'quotes.event'),
      value: linked(quote.event.name, `/events/${quote.event.id}`, 'EVENT_READ'),
    },
    version.hireFrom !== null && {
      label: t('quotes.hire'),
      value: format.days(version.hireFrom, version.hireTo),
    },
    { label: t('quotes.chargedDays'), value: format.number(version.chargedDays) },
    { label: t('quotes.net'), value: format.money(version.totals.net) },
    { label: t('quotes.gross'), value: format.money(version.totals.gross) },
    version.margin !== null && { label: t('quotes.margin'), value: format.money(version.margin) },
    !quote.template && { label: t('quotes.validUntil'), value: format.date(version.validUntil) },
    version.sentAt !== null && { label: t('quotes.sentAt'), value: format.date(version.sentAt) },
    version.viewedAt !== null && { label: t('quotes.viewedAt'), value: format.date(version.viewedAt) },
    version.approvedByName !== null && { label: t('quotes.approvedBy'), value: version.approvedByName },
    quote.owner && { label: t('quotes.owner'), value: quote.owner.name },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
