import { Anchor, Card } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactsTab } from '@/components/contacts/ContactsTab'
import { PhoneLink, WebLink } from '@/components/contacts/Reach'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { useSubscribe } from '@/components/feeds/useSubscribe'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { Tags } from '@/components/Tags'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useUpkeep } from '@/components/useUpkeep'
import { api } from '@/lib/api/client'
import { countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { type Venue, venueBody, venueInputOf, venueQuery } from '../api/venues'
import { PowerTab } from './PowerTab'
import { RoomsTab } from './RoomsTab'

const VenueForm = later(() => import('./VenueForm').then((file) => file.VenueForm))

type Props = {
  id: string /** Its events, for who may see them; they are another feature's. */
  events?: (id: string) => ReactNode
}

/** One venue: how to get in, its rooms, what they carry, where the power is, whom to call. */
export function VenuePage({ id, events }: Props) {
  const query = useQuery(venueQuery(id))
  return <QueryState query={query}>{(venue) => <Loaded key={venue.id} venue={venue} events={events} />}</QueryState>
}

const touched = ['venues', 'history'] as const

function Loaded({ venue, events }: { venue: Venue; events?: Props['events'] }) {
  const { t } = useTranslation()
  const can = useCan()
  const editable = can('VENUE_EDIT')
  const path = `/venues/${venue.id}`
  const refresh = useRefresh(touched)
  const { subscribe, calendar } = useSubscribe({ scope: 'VENUE', id: venue.id, name: venue.name })
  const upkeep = useUpkeep({
    list: 'venues',
    thing: venue,
    needs: 'VENUE_EDIT',
    words: {
      archive: t('venues.archive'),
      restore: t('venues.restore'),
      remove: t('venues.remove'),
      removeTitle: t('venues.removeTitle', { name: venue.name }),
      removeText: t('venues.removeText'),
    },
    verbs: { archive: 'archive', restore: 'restore' },
    refresh,
  })
  const supplies = venue.powerSupplies.length + venue.rooms.reduce((sum, room) => sum + room.powerSupplies.length, 0)
  return (
    <>
      {calendar}
      <DetailPage
        parent={{ to: '/venues', label: t('venues.venues') }}
        title={venue.name}
        subtitle={venue.city}
        picture={<IconBuilding size={44} stroke={1.3} aria-hidden />}
        badges={venue.archivedAt && <StatusBadge tone="gray">{t('venues.archived')}</StatusBadge>}
        actions={[subscribe, ...upkeep]}
        facts={useFacts(venue)}
        tabs={[
          {
            id: 'details',
            label: t('venues.tabs.details'),
            content: (
              <Card padding="lg">
                <VenueForm
                  values={venueInputOf(venue)}
                  version={venue.version}
                  disabled={!editable}
                  save={(_, { changed, version }) => api.patch<Venue>(path, venueBody(changed), { version })}
                  reload={async () => {
                    const fresh = await api.get<Venue>(path)
                    return { values: venueInputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('venues.saved'))
                  }}
                />
              </Card>
            ),
          },
          {
            id: 'rooms',
            label: t('venues.rooms'),
            count: venue.rooms.length,
            content: <RoomsTab venue={venue} editable={editable} onChanged={refresh} />,
          },
          {
            id: 'power',
            label: t('venues.power'),
            count: supplies,
            content: <PowerTab venue={venue} editable={editable} onChanged={refresh} />,
          },
          {
            id: 'contacts',
            label: t('venues.tabs.contacts'),
            count: venue.contacts.length,
            content: <ContactsTab path={path} of={venue} editable={editable} onChanged={refresh} />,
          },
          {
            id: 'files',
            label: t('venues.tabs.files'),
            content: <SubjectFiles kind="venue" id={venue.id} firstRole="DOCUMENT" />,
          },
          ...(events ? [{ id: 'events', label: t('venues.tabs.events'), content: events(venue.id) }] : []),
          { id: 'history', label: t('venues.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
    </>
  )
}

function useFacts(venue: Venue): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const degrees = (angle: number) => `${angle.toLocaleString(format.locale, { maximumFractionDigits: 5 })}°`
  const contact = venue.contacts.find((one) => one.preferred) ?? venue.contacts[0]
  const where = [...venue.addressLines, venue.city, countryName(format.locale, venue.country)].filter(Boolean)
  const facts: (Fact | '' | null | undefined | false)[] = [
    where.length > 0 && {
      label: t('venues.address'),
      value: <span style={{ whiteSpace: 'pre-line' }}>{where.join('\n')}</span>,
    },
    venue.latitude !== null &&
      venue.longitude !== null && {
        label: t('venues.coordinates'),
        value: (
          <Anchor inherit href={`geo:${venue.latitude},${venue.longitude}`} className="num">
            {degrees(venue.latitude)} / {degrees(venue.longitude)}
          </Anchor>
        ),
      },
    { label: t('venues.timeZone'), value: venue.timeZone },
    (venue.doorWidthMillimetres !== null || venue.doorHeightMillimetres !== null) && {
      label: t('venues.door'),
      value: `${format.length(venue.doorWidthMillimetres)} × ${format.length(venue.doorHeightMillimetres)}`,
    },
    contact && {
      label: t('venues.contact'),
      value: contact.phone ? (
        <>
          {contact.name} · <PhoneLink phone={contact.phone} />
        </>
      ) : (
        contact.name
      ),
    },
    venue.web && {
      label: t('venues.web'),
      value: <WebLink web={venue.web} />,
    },
    venue.tags.length > 0 && {
      label: t('venues.tags'),
      value: <Tags tags={venue.tags} />,
    },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
