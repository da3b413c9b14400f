import { Badge, Button, Group, Modal, Text } from '@mantine/core'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { later } from '@/components/later'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge } from '@/components/StatusBadge'
import { api } from '@/lib/api/client'
import { countries, countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { ownTimeZone } from '@/lib/zones'
import { type Venue, type VenueLine, venueBody, venueTagsQuery } from '../api/venues'

const NewVenueForm = later(() => import('./VenueForm').then((file) => file.NewVenueForm))

/** Where events take place. */
export function VenuesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tags = useQuery(venueTagsQuery)
  const [creating, setCreating] = useState(false)
  const columns = useMemo<Column<VenueLine>[]>(
    () => [
      {
        id: 'name',
        header: t('venues.name'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.name}</b>,
        sort: 'name',
        width: 260,
        grow: true,
        card: 'title',
      },
      { id: 'city', header: t('venues.city'), cell: (one) => one.city ?? '–', sort: 'city', width: 150, card: 'subtitle' },
      {
        id: 'country',
        header: t('venues.country'),
        cell: (one) => countryName(format.locale, one.country) ?? '–',
        width: 140,
        card: 'none',
      },
      {
        id: 'capacity',
        header: t('venues.largestRoom'),
        cell: (one) =>
          one.capacity === null ? '–' : t('venues.people', { count: one.capacity, number: format.number(one.capacity) }),
        align: 'end',
        width: 150,
      },
      { id: 'rooms', header: t('venues.rooms'), cell: (one) => format.number(one.rooms), align: 'end', width: 90 },
      {
        id: 'points',
        header: t('venues.riggingPoints'),
        cell: (one) => format.number(one.riggingPoints),
        align: 'end',
        width: 130,
      },
      {
        id: 'tags',
        header: t('venues.tags'),
        cell: (one) => (
          <Group gap={4} wrap="nowrap">
            {one.tags.map((tag) => (
              <Badge key={tag} variant="default" size="sm" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        ),
        width: 170,
        card: 'none',
      },
      {
        id: 'changedAt',
        header: t('venues.changed'),
        cell: (one) => format.relative(one.changedAt),
        sort: 'changedAt',
        width: 140,
        hidden: true,
        card: 'none',
      },
      {
        id: 'state',
        header: t('venues.state'),
        cell: (one) => (one.archivedAt ? <StatusBadge tone="gray">{t('venues.archived')}</StatusBadge> : null),
        width: 110,
        card: 'badge',
      },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'tag',
        label: t('venues.tags'),
        kind: 'options',
        options: (tags.data?.items ?? []).map((tag) => ({ value: tag, label: tag })),
      },
      { id: 'country', label: t('venues.country'), kind: 'options', options: countries(format.locale) },
      {
        id: 'capacity',
        label: t('venues.roomFor'),
        kind: 'options',
        single: true,
        options: [100, 250, 500, 1_000, 2_500, 5_000, 10_000].map((people) => ({
          value: String(people),
          label: t('venues.peopleAtLeast', { number: format.number(people) }),
        })),
      },
      { id: 'archived', label: t('venues.archived'), kind: 'boolean' },
    ],
    [t, format, tags.data],
  )
  const create = can('VENUE_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('venues.newVenue')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('venues.venues')} text={t('venues.venuesText')}>
        {create}
      </PageHeader>
      <DataGrid<VenueLine>
        list="venues"
        label={t('venues.venues')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        rowHref={(one) => `/venues/${one.id}`}
        rowLabel={(one) => one.name}
        empty={
          <EmptyState icon={IconBuilding} title={t('venues.noVenues')} text={t('venues.noVenuesText')}>
            {create}
          </EmptyState>
        }
      />
      <Modal opened={creating} onClose={() => setCreating(false)} size="lg" title={<Text fw={650}>{t('venues.newVenue')}</Text>}>
        <NewVenueForm
          values={{ name: '', addressText: null, city: null, country: null, timeZone: ownTimeZone(), tags: [] }}
          inDialog
          submitLabel={t('venues.create')}
          onCancel={() => setCreating(false)}
          save={(values) => api.post<Venue>('/venues', venueBody(values))}
          onSaved={async (one) => {
            await queryClient.invalidateQueries({ queryKey: ['venues'] })
            await navigate({ href: `/venues/${one.id}` })
          }}
        />
      </Modal>
    </>
  )
}
