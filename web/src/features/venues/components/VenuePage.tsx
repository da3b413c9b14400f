import { Anchor, Badge, Card, Group } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconBuilding, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { ContactsTab } from '@/components/contacts/ContactsTab'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone, showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { countryName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
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

function Loaded({ venue, events }: { venue: Venue; events?: Props['events'] }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const editable = can('VENUE_EDIT')
  const path = `/venues/${venue.id}`
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['venues'] })
    await queryClient.invalidateQueries({ queryKey: ['history'] })
  }
  const setArchived = async (archived: boolean) => {
    try {
      await api.post(`${path}/${archived ? 'archive' : 'restore'}`)
      await refresh()
    } catch (error) {
      showProblem(text(error))
    }
  }
  const remove = () =>
    confirm({
      title: t('venues.removeTitle', { name: venue.name }),
      text: t('venues.removeText'),
      action: t('venues.remove'),
      danger: true,
      run: async () => {
        await api.delete(path, { version: venue.version })
        await navigate({ href: '/venues' })
        queryClient.removeQueries({ queryKey: ['venues', venue.id] })
        await refresh()
      },
    })
  const supplies = venue.powerSupplies.length + venue.rooms.reduce((sum, room) => sum + room.powerSupplies.length, 0)
  return (
    <DetailPage
      parent={{ to: '/venues', label: t('venues.venues') }}
      title={venue.name}
      subtitle={venue.city}
      picture={<IconBuilding size={44} stroke={1.3} aria-hidden />}
      badges={venue.archivedAt && <StatusBadge tone="gray">{t('venues.archived')}</StatusBadge>}
      actions={[
        venue.archivedAt
          ? { label: t('venues.restore'), icon: IconArchiveOff, run: () => void setArchived(false), needs: 'VENUE_EDIT' }
          : { label: t('venues.archive'), icon: IconArchive, run: () => void setArchived(true), needs: 'VENUE_EDIT' },
        { label: t('venues.remove'), icon: IconTrash, run: remove, danger: true, needs: 'VENUE_EDIT' },
      ]}
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
          {contact.name} ·{' '}
          <Anchor inherit href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
            {contact.phone}
          </Anchor>
        </>
      ) : (
        contact.name
      ),
    },
    venue.web && {
      label: t('venues.web'),
      value: (
        <Anchor inherit href={venue.web} target="_blank" rel="noreferrer">
          {venue.web.replace(/^https?:\/\/|\/$/g, '')}
        </Anchor>
      ),
    },
    venue.tags.length > 0 && {
      label: t('venues.tags'),
      value: (
        <Group gap={4}>
          {venue.tags.map((tag) => (
            <Badge key={tag} variant="default" size="sm" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      ),
    },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
