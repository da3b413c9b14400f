import { Anchor, Box, Button, Card, Group, Text, Title } from '@mantine/core'
import { IconFileInvoice, IconReceiptEuro } from '@tabler/icons-react'
import { type UseInfiniteQueryResult, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { url } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { type Front, frontQuery, type Guest, type InvoiceLine, invoicesQuery, type QuoteLine, quotesQuery } from '../api/visit'
import classes from './Offer.module.css'

/** All that is a contact's: the quotes that were sent to their companies, and what they were billed. */
export function PortalHome({ guest, front }: { guest: Guest; front: Front }) {
  const { t } = useTranslation()
  const format = useFormat()
  const quotes = useInfiniteQuery(quotesQuery)
  const invoices = useInfiniteQuery(invoicesQuery)
  useEnded(quotes.error ?? invoices.error)
  useEffect(() => {
    document.title = `${t('portal.home.title')} · ${front.company.name}`
  }, [t, front.company.name])
  const several = guest.companies.length > 1
  const owed = (invoices.data?.pages[0]?.owed ?? []).filter((sum) => sum.amountMinor > 0)
  return (
    <>
      <Box>
        <Title order={1} size="h3">
          {t('portal.home.title')}
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {guest.companies.join(' · ')}
        </Text>
      </Box>
      <Shelf
        title={t('portal.home.quotes')}
        query={quotes}
        empty={
          <EmptyState
            icon={IconFileInvoice}
            title={t('portal.home.noQuotes')}
            text={t('portal.home.noQuotesText', { company: front.company.name })}
          />
        }
      >
        {(line) => <Quote key={line.id} line={line} several={several} />}
      </Shelf>
      <Shelf
        title={t('portal.home.invoices')}
        aside={owed.length > 0 && t('portal.home.owed', { sum: owed.map((sum) => format.money(sum)).join(' + ') })}
        query={invoices}
        empty={<EmptyState icon={IconReceiptEuro} title={t('portal.home.noInvoices')} />}
      >
        {(line) => <Invoice key={line.id} line={line} several={several} />}
      </Shelf>
    </>
  )
}

/** A session that ended while the page stood open: the frame asks who is there, and shows the door. */
export function useEnded(error: unknown) {
  const queryClient = useQueryClient()
  const ended = isProblem(error, 'portal-sign-in-required')
  useEffect(() => {
    if (ended) void queryClient.invalidateQueries({ queryKey: frontQuery.queryKey })
  }, [ended, queryClient])
}

type Pages<Line> = { pages: { items: Line[]; total: number }[] }

function Shelf<Line>(props: {
  title: string
  aside?: ReactNode
  query: UseInfiniteQueryResult<Pages<Line>>
  empty: ReactNode
  children: (line: Line) => ReactNode
}) {
  const { t } = useTranslation()
  const { query } = props
  return (
    <Card padding="lg" component="section" aria-label={props.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {props.title}
        </Title>
        {props.aside && (
          <Text size="sm" fw={600} className={classes.amount}>
            {props.aside}
          </Text>
        )}
      </Group>
      <QueryState query={query}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.items)
          return lines.length === 0 ? props.empty : <ul className={classes.shelf}>{lines.map(props.children)}</ul>
        }}
      </QueryState>
      {query.hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('portal.home.more')}
          </Button>
        </Group>
      )}
    </Card>
  )
}

const quoteTones: Record<string, Tone> = { OPEN: 'info', ACCEPTED: 'ok', DECLINED: 'bad' }
const standing = ({ open, state }: QuoteLine) =>
  open ? 'OPEN' : state === 'ACCEPTED' || state === 'DECLINED' || state === 'SUPERSEDED' ? state : 'EXPIRED'

function Quote({ line, several }: { line: QuoteLine; several: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const state = standing(line)
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <TextLink to="/portal/quotes/$quoteId" params={{ quoteId: line.id }} fw={600}>
          {line.name}
        </TextLink>
        <Text size="xs" c="dimmed">
          {[
            line.number,
            several && line.clientName,
            line.hireFrom && format.days(line.hireFrom, line.hireTo),
            line.open && line.validUntil && t('portal.validUntil', { day: format.date(line.validUntil) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <StatusBadge tone={quoteTones[state] ?? 'gray'}>{t(`portal.home.states.${state}`)}</StatusBadge>
      <Text size="sm" className={classes.amount}>
        {format.money(line.gross)}
      </Text>
    </li>
  )
}

const invoiceTones: Record<string, Tone> = { OPEN: 'info', OVERDUE: 'bad', PAID: 'ok' }
const paid = ({ kind, state, overdue }: InvoiceLine) =>
  kind === 'CREDIT_NOTE' ? 'CREDIT_NOTE' : state === 'PAID' || state === 'CREDITED' ? state : overdue ? 'OVERDUE' : 'OPEN'

function Invoice({ line, several }: { line: InvoiceLine; several: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const state = paid(line)
  const part = line.open.amountMinor > 0 && line.open.amountMinor !== line.gross.amountMinor
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Anchor href={url(`/portal/invoices/${line.id}/pdf`)} target="_blank" rel="noreferrer" fw={600}>
          {t('portal.home.invoicePdf', { number: line.number })}
        </Anchor>
        <Text size="xs" c="dimmed">
          {[
            line.title,
            several && line.clientName,
            format.date(line.issuedOn),
            line.open.amountMinor > 0 && line.dueOn && t('portal.home.due', { day: format.date(line.dueOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <StatusBadge tone={invoiceTones[state] ?? 'gray'}>{t(`portal.home.paid.${state}`)}</StatusBadge>
      <Text size="sm" className={classes.amount}>
        {format.money(line.gross)}
        {part && (
          <Text span size="xs" c="dimmed" display="block">
            {t('portal.home.left', { sum: format.money(line.open) })}
          </Text>
        )}
      </Text>
    </li>
  )
}
