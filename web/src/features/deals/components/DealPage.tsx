import { Button, Card, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconTargetArrow } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Deal, dealInputOf, dealQuery, pipelinesQuery, takes, tones, touched } from '../api/deals'
import { ActivitiesTab } from './ActivitiesTab'
import { useMoveDeal } from './useMoveDeal'

const DealForm = later(() => import('./DealForm').then((file) => file.DealForm))

/** One deal: where it stands, with whom, for how much, and what happened to it. */
export function DealPage({ id, ...others }: { id: string } & Others) {
  const query = useQuery(dealQuery(id))
  return <QueryState query={query}>{(deal) => <Loaded key={deal.id} deal={deal} {...others} />}</QueryState>
}

/** What other features show of it. */
type Others = {
  quotes?: (dealId: string) => ReactNode
  /** What its event earns and costs. */
  money?: (eventId: string) => ReactNode
}

function Loaded({ deal, quotes, money }: { deal: Deal } & Others) {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touched)
  const mover = useMoveDeal()
  const pipelines = useQuery(pipelinesQuery)
  const editable = can('DEAL_EDIT')
  const path = `/deals/${deal.id}`
  const inUse = (pipelines.data?.items ?? []).filter((one) => !one.archivedAt || one.id === deal.pipeline.id)
  const next = inUse
    .map((one) => ({ ...one, stages: one.stages.filter((stage) => takes(deal, stage)) }))
    .filter((one) => one.stages.length > 0)
    // Its own pipeline comes first.
    .sort((a, b) => Number(b.id === deal.pipeline.id) - Number(a.id === deal.pipeline.id))
  return (
    <>
      <DetailPage
        parent={{ to: '/deals', label: t('deals.deals') }}
        title={deal.name}
        subtitle={[deal.number, deal.client.name].join(' · ')}
        picture={<IconTargetArrow size={44} stroke={1.3} aria-hidden />}
        badges={<StatusBadge tone={tones[deal.state]}>{deal.stage.name}</StatusBadge>}
        notice={
          editable &&
          next.length > 0 && (
            <Menu width={260} position="bottom-start">
              <Menu.Target>
                <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                  {t('deals.move')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {next.map((pipeline) => (
                  <div key={pipeline.id}>
                    {next.length > 1 && <Menu.Label>{pipeline.name}</Menu.Label>}
                    {pipeline.stages.map((stage) => (
                      <Menu.Item key={stage.id} onClick={() => void mover.move(deal, stage)}>
                        {stage.name}
                      </Menu.Item>
                    ))}
                  </div>
                ))}
              </Menu.Dropdown>
            </Menu>
          )
        }
        facts={useFacts(deal)}
        tabs={[
          {
            id: 'details',
            label: t('deals.tabs.details'),
            content: (
              <Card padding="lg">
                {deal.state !== 'OPEN' && (
                  <Text size="sm" c="dimmed" mb="md">
                    {t('deals.closedText')}
                  </Text>
                )}
                <DealForm
                  deal={deal}
                  values={dealInputOf(deal)}
                  version={deal.version}
                  disabled={!editable}
                  save={(_, { changed, version }) => api.patch<Deal>(path, changed, { version })}
                  reload={async () => {
                    const fresh = await api.get<Deal>(path)
                    return { values: dealInputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('deals.saved'))
                  }}
                />
              </Card>
            ),
          },
          {
            id: 'activities',
            label: t('deals.tabs.activities'),
            content: <ActivitiesTab clientId={deal.client.id} dealId={deal.id} />,
          },
          ...(quotes ? [{ id: 'quotes', label: t('deals.tabs.quotes'), content: quotes(deal.id) }] : []),
          ...(money && deal.event ? [{ id: 'money', label: t('deals.tabs.money'), content: money(deal.event.id) }] : []),
          { id: 'history', label: t('deals.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {mover.dialog}
    </>
  )
}

function useFacts(deal: Deal): Fact[] {
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
    { label: t('deals.client'), value: linked(deal.client.name, `/clients/${deal.client.id}`, 'CLIENT_READ') },
    deal.contact && { label: t('deals.contact'), value: deal.contact.name },
    { label: t('deals.value'), value: format.money(deal.value) },
    { label: t('deals.probability'), value: format.percent(deal.chancePercent) },
    deal.state === 'OPEN' && deal.weighted && { label: t('deals.weighted'), value: format.money(deal.weighted) },
    { label: t('deals.inStageSince'), value: format.relative(deal.stageSince) },
    deal.closedAt
      ? { label: t(deal.state === 'WON' ? 'deals.wonOn' : 'deals.lostOn'), value: format.date(deal.closedAt) }
      : { label: t('deals.expectedClose'), value: format.date(deal.expectedClose) },
    deal.lostReason !== null && { label: t('deals.lostReason'), value: deal.lostReason },
    deal.competitor !== null && { label: t('deals.competitor'), value: deal.competitor },
    deal.eventFrom !== null && {
      label: t('deals.days'),
      value: format.days(deal.eventFrom, deal.eventTo),
    },
    deal.venue && { label: t('deals.venue'), value: linked(deal.venue.name, `/venues/${deal.venue.id}`, 'VENUE_READ') },
    deal.event && {
      label: t('deals.event'),
      value: linked([deal.event.number, deal.event.name].filter(Boolean).join(' '), `/events/${deal.event.id}`, 'EVENT_READ'),
    },
    deal.owner && { label: t('deals.owner'), value: deal.owner.name },
    { label: t('deals.pipeline'), value: deal.pipeline.name },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
