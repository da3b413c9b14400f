import { IconBuilding } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, FilterDef } from '@/components/grid/types'
import { archivedColumn, changedColumn, nameColumn, tagsColumn } from '@/components/grid/usualColumns'
import { ListPage } from '@/components/ListPage'
import { later } from '@/components/later'
import { api } from '@/lib/api/client'
import { countries, countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { ownTimeZone } from '@/lib/zones'
import { type Venue, type VenueLine, venueBody, venueTagsQuery } from '../api/venues'

const NewVenueForm = later(() => import('./VenueForm').then((file) => file.NewVenueForm))

/** Where events take place. */
export function VenuesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tags = useQuery(venueTagsQuery)
  const columns = useMemo<Column<VenueLine>[]>(
    () => [
      nameColumn(t('venues.name')),
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
      tagsColumn(t('venues.tags')),
      changedColumn(t('venues.changed'), format),
      archivedColumn(t('venues.state'), t('venues.archived')),
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
  return (
    <ListPage<VenueLine>
      list="venues"
      title={t('venues.venues')}
      text={t('venues.venuesText')}
      columns={columns}
      filters={filters}
      defaultSort="name"
      rowLabel={(one) => one.name}
      empty={{ icon: IconBuilding, title: t('venues.noVenues'), text: t('venues.noVenuesText') }}
      create={{
        label: t('venues.newVenue'),
        needs: 'VENUE_EDIT',
        form: (close) => (
          <NewVenueForm
            values={{ name: '', addressText: null, city: null, country: null, timeZone: ownTimeZone(), tags: [] }}
            inDialog
            submitLabel={t('venues.create')}
            onCancel={close}
            save={(values) => api.post<Venue>('/venues', venueBody(values))}
            onSaved={async (one) => {
              await queryClient.invalidateQueries({ queryKey: ['venues'] })
              await navigate({ href: `/venues/${one.id}` })
            }}
          />
        ),
      }}
    />
  )
}
