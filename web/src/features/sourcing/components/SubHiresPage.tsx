import { Group } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, FilterDef } from '@/components/grid/types'
import { changedColumn } from '@/components/grid/usualColumns'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan, useMe } from '@/lib/session'
import { dayAfter, wallOf } from '@/lib/wall'
import { directions, isLate, type SubHire, type SubHireInput, subHireBody, subHireStates, tones } from '../api/sourcing'
import { numberColumn, piecesColumn, SourcingList } from './SourcingList'
import { useMade } from './useSourced'

const SubHireForm = later(() => import('./SubHireForm').then((file) => file.SubHireForm))

/** What partners lend us and we lend them. */
export function SubHiresPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const me = useMe()
  const made = useMade('/sub-hires')
  const zone = me.company.timeZone || 'UTC'
  const [clients, events] = [can('CLIENT_READ'), can('EVENT_READ')]
  const columns = useMemo<Column<SubHire>[]>(
    () => [
      numberColumn(t('sourcing.number')),
      piecesColumn(t('sourcing.what'), format),
      { id: 'partner', header: t('sourcing.partner'), cell: (one) => partnerText(t, one), width: 200, grow: true },
      {
        id: 'from',
        header: t('sourcing.when'),
        cell: (one) => format.dates(one.from, one.to),
        sort: 'from',
        width: 215,
      },
      {
        id: 'event',
        header: t('sourcing.event'),
        cell: (one) => (one.event ? one.event.name : one.direction === 'IN' ? t('sourcing.everybody') : '–'),
        width: 160,
        card: 'none',
      },
      { id: 'warehouse', header: t('sourcing.warehouse'), cell: (one) => one.warehouse.name, hidden: true, card: 'none' },
      {
        id: 'cost',
        header: t('sourcing.cost'),
        cell: (one) => format.money(one.cost),
        align: 'end',
        width: 120,
        hidden: true,
        card: 'none',
      },
      {
        id: 'state',
        header: t('sourcing.state'),
        cell: (one) => (
          <Group gap={4} wrap="nowrap">
            <StatusBadge tone={tones[one.state]}>{t(`sourcing.states.${one.direction}.${one.state}`)}</StatusBadge>
            {isLate(one) && <StatusBadge tone="bad">{t('sourcing.late')}</StatusBadge>}
          </Group>
        ),
        width: 180,
        card: 'badge',
      },
      changedColumn(t('sourcing.changed'), format),
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'direction',
        label: t('sourcing.direction'),
        kind: 'options',
        options: directions.map((one) => ({ value: one, label: t(`sourcing.directions.${one}`) })),
      },
      {
        id: 'state',
        label: t('sourcing.state'),
        kind: 'options',
        options: subHireStates.map((one) => ({ value: one, label: t(`sourcing.anyStates.${one}`) })),
      },
      { id: 'open', label: t('sourcing.open'), kind: 'boolean' },
      ...(clients ? [{ id: 'partner', label: t('sourcing.partner'), kind: 'remote', endpoint: '/clients' } as const] : []),
      { id: 'product', label: t('sourcing.product'), kind: 'remote', endpoint: '/products' },
      ...(events ? [{ id: 'event', label: t('sourcing.event'), kind: 'remote', endpoint: '/events' } as const] : []),
    ],
    [t, clients, events],
  )
  const day = dayAfter(wallOf(new Date().toISOString(), zone), 1)
  const empty: SubHireInput = {
    direction: 'IN',
    partnerId: null,
    productId: null,
    warehouseId: null,
    quantity: 1,
    from: `${day}T08:00`,
    to: `${dayAfter(day, 2)}T18:00`,
    eventId: null,
    cost: null,
    note: null,
  }
  return (
    <SourcingList<SubHire>
      path="/sub-hires"
      columns={columns}
      filters={filters}
      defaultSort="-from"
      empty={{ icon: IconArrowsExchange, title: t('sourcing.noSubHires'), text: t('sourcing.noSubHiresText') }}
      create={{
        label: t('sourcing.newSubHire'),
        needs: 'SOURCE_EDIT',
        form: (close) => (
          <SubHireForm
            values={empty}
            inDialog
            submitLabel={t('sourcing.request')}
            onCancel={close}
            save={(values) => api.post<SubHire>('/sub-hires', subHireBody(values, zone))}
            onSaved={made}
          />
        ),
      }}
    />
  )
}

/** "from Nordlicht AV", "to Nordlicht AV". */
export const partnerText = (
  t: (key: 'sourcing.fromPartner' | 'sourcing.toPartner', values: { partner: string }) => string,
  { direction, partner }: SubHire,
) => t(direction === 'IN' ? 'sourcing.fromPartner' : 'sourcing.toPartner', { partner: partner.name })
