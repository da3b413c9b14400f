import { IconTargetArrow, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn, nameColumn } from '@/components/grid/usualColumns'
import { ButtonLink } from '@/components/Link'
import { StatusBadge } from '@/components/StatusBadge'
import type { Query } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Deal, dealStates, pipelinesQuery, tones } from '../api/deals'

/** Deals as a list: all of them, or those of one client. */
export function DealGrid(props: {
  fixed?: Query
  inAddress?: boolean
  height?: 'fill' | number
  above?: number
  views?: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const pipelines = useQuery(pipelinesQuery)
  const ofClient = props.fixed !== undefined
  const [clients, users, events] = [can('CLIENT_READ') && !ofClient, can('USER_READ'), can('EVENT_READ')]
  const columns = useMemo<Column<Deal>[]>(
    () => [
      { id: 'number', header: t('deals.number'), cell: (one) => one.number, sort: 'number', width: 90, card: 'subtitle' },
      nameColumn(t('deals.name')) as Column<Deal>,
      ...(ofClient
        ? []
        : [{ id: 'client', header: t('deals.client'), cell: (one: Deal) => one.client.name, width: 190 } as Column<Deal>]),
      {
        id: 'stage',
        header: t('deals.stage'),
        cell: (one) => <StatusBadge tone={tones[one.state]}>{one.stage.name}</StatusBadge>,
        width: 130,
        card: 'badge',
      },
      { id: 'value', header: t('deals.value'), cell: (one) => format.money(one.value), sort: 'value', width: 120, align: 'end' },
      {
        id: 'chance',
        header: t('deals.probability'),
        cell: (one) => format.percent(one.chancePercent),
        width: 104,
        align: 'end',
        card: 'none',
      },
      {
        id: 'weighted',
        header: t('deals.weighted'),
        cell: (one) => format.money(one.weighted),
        width: 130,
        align: 'end',
        hidden: true,
        card: 'none',
      },
      {
        id: 'expectedClose',
        header: t('deals.expectedClose'),
        cell: (one) => format.date(one.expectedClose),
        sort: 'expectedClose',
        width: 130,
      },
      { id: 'owner', header: t('deals.owner'), cell: (one) => one.owner?.name ?? '–', width: 150, card: 'none' },
      changedColumn(t('deals.changed'), format) as Column<Deal>,
    ],
    [t, format, ofClient],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'state',
        label: t('deals.state'),
        kind: 'options',
        options: dealStates.map((one) => ({ value: one, label: t(`deals.states.${one}`) })),
      },
      {
        id: 'stage',
        label: t('deals.stage'),
        kind: 'options',
        options: (pipelines.data?.items ?? []).flatMap((pipeline, index) =>
          pipeline.stages.map((one) => ({ value: one.id, label: index === 0 ? one.name : `${pipeline.name}: ${one.name}` })),
        ),
      },
      ...(clients ? [{ id: 'client', label: t('deals.client'), kind: 'remote', endpoint: '/clients' } as const] : []),
      ...(users ? [{ id: 'owner', label: t('deals.owner'), kind: 'remote', endpoint: '/users' } as const] : []),
      ...(events ? [{ id: 'event', label: t('deals.event'), kind: 'remote', endpoint: '/events' } as const] : []),
      { id: 'closeFrom', label: t('deals.closeFrom'), kind: 'date' },
      { id: 'closeTo', label: t('deals.closeTo'), kind: 'date' },
      { id: 'closedFrom', label: t('deals.closedFrom'), kind: 'date', instant: 'start' },
      { id: 'closedTo', label: t('deals.closedTo'), kind: 'date', instant: 'end' },
      { id: 'reason', label: t('deals.lostBecause'), kind: 'text' },
    ],
    [t, pipelines.data, clients, users, events],
  )
  return (
    <DataGrid<Deal>
      list="deals"
      label={t('deals.deals')}
      columns={columns}
      filters={filters}
      defaultSort="-number"
      rowLabel={(one) => `${one.number} ${one.name}`}
      rowHref={(one) => `/deals/${one.id}`}
      empty={
        <EmptyState icon={IconTargetArrow} title={t('deals.noDeals')} text={t('deals.noDealsText')}>
          {!ofClient && can('IMPORT') && can('DEAL_EDIT') && (
            <ButtonLink to={'/imports?kind=DEALS' as '/'} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              {t('deals.importFirst')}
            </ButtonLink>
          )}
        </EmptyState>
      }
      {...props}
    />
  )
}
