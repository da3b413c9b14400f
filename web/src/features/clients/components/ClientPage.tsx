import { Anchor, Badge, Card, Group } from '@mantine/core'
import { IconAddressBook, IconArchive, IconArchiveOff, IconTrash } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { ContactsTab } from '@/components/contacts/ContactsTab'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { countryName, languageName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Client, clientBody, clientInputOf, clientQuery } from '../api/clients'

const ClientForm = later(() => import('./ClientForm').then((file) => file.ClientForm))

type Props = {
  id: string /** Its events, for who may see them; they are another feature's. */
  events?: (id: string) => ReactNode
}

/** One client: what is known of it, who speaks for it, what one should remember. */
export function ClientPage({ id, events }: Props) {
  const query = useQuery(clientQuery(id))
  return <QueryState query={query}>{(client) => <Loaded key={client.id} client={client} events={events} />}</QueryState>
}

const notesInput = z.object({ notes: z.string().max(10_000).nullable() })
type Notes = z.infer<typeof notesInput>

function Loaded({ client, events }: { client: Client; events?: Props['events'] }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const editable = can('CLIENT_EDIT')
  const path = `/clients/${client.id}`
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['clients'] })
    await queryClient.invalidateQueries({ queryKey: ['history'] })
  }
  const saved = async () => {
    await refresh()
    showDone(t('clients.saved'))
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
      title: t('clients.removeTitle', { name: client.name }),
      text: t('clients.removeText'),
      action: t('clients.remove'),
      danger: true,
      run: async () => {
        await api.delete(path, { version: client.version })
        await navigate({ href: '/clients' })
        queryClient.removeQueries({ queryKey: ['clients', client.id] })
        await refresh()
      },
    })
  return (
    <DetailPage
      parent={{ to: '/clients', label: t('clients.clients') }}
      title={client.name}
      subtitle={client.code}
      picture={<IconAddressBook size={44} stroke={1.3} aria-hidden />}
      badges={client.archivedAt && <StatusBadge tone="gray">{t('clients.archived')}</StatusBadge>}
      actions={[
        client.archivedAt
          ? { label: t('clients.restore'), icon: IconArchiveOff, run: () => void setArchived(false), needs: 'CLIENT_EDIT' }
          : { label: t('clients.archive'), icon: IconArchive, run: () => void setArchived(true), needs: 'CLIENT_EDIT' },
        { label: t('clients.remove'), icon: IconTrash, run: remove, danger: true, needs: 'CLIENT_EDIT' },
      ]}
      facts={useFacts(client)}
      tabs={[
        {
          id: 'details',
          label: t('clients.tabs.details'),
          content: (
            <Card padding="lg">
              <ClientForm
                values={clientInputOf(client)}
                version={client.version}
                disabled={!editable}
                save={(_, { changed, version }) => api.patch<Client>(path, clientBody(changed), { version })}
                reload={async () => {
                  const fresh = await api.get<Client>(path)
                  return { values: clientInputOf(fresh), version: fresh.version }
                }}
                onSaved={saved}
              />
            </Card>
          ),
        },
        {
          id: 'contacts',
          label: t('clients.tabs.contacts'),
          count: client.contacts.length,
          content: <ContactsTab path={path} of={client} editable={editable} onChanged={refresh} />,
        },
        {
          id: 'notes',
          label: t('clients.tabs.notes'),
          content: (
            <Card padding="lg">
              <ResourceForm<Notes, Client>
                schema={notesInput}
                values={{ notes: client.notes }}
                version={client.version}
                disabled={!editable}
                save={(_, { changed, version }) => api.patch<Client>(path, changed, { version })}
                reload={async () => {
                  const fresh = await api.get<Client>(path)
                  return { values: { notes: fresh.notes }, version: fresh.version }
                }}
                onSaved={saved}
              >
                <TextAreaField
                  name="notes"
                  label={t('clients.notes')}
                  description={t('clients.notesHint')}
                  rows={8}
                  maxLength={10_000}
                />
              </ResourceForm>
            </Card>
          ),
        },
        ...(events ? [{ id: 'events', label: t('clients.tabs.events'), content: events(client.id) }] : []),
        { id: 'history', label: t('clients.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
      ]}
    />
  )
}

function useFacts(client: Client): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const contact = client.contacts.find((one) => one.preferred) ?? client.contacts[0]
  const facts: (Fact | undefined | null | '')[] = [
    contact && { label: t('clients.contact'), value: contact.name },
    client.phone && {
      label: t('clients.phone'),
      value: (
        <Anchor inherit href={`tel:${client.phone.replace(/[^+\d]/g, '')}`}>
          {client.phone}
        </Anchor>
      ),
    },
    client.email && {
      label: t('clients.email'),
      value: (
        <Anchor inherit href={`mailto:${client.email}`}>
          {client.email}
        </Anchor>
      ),
    },
    client.web && {
      label: t('clients.web'),
      value: (
        <Anchor inherit href={client.web} target="_blank" rel="noreferrer">
          {client.web.replace(/^https?:\/\/|\/$/g, '')}
        </Anchor>
      ),
    },
    (client.addressLines.length > 0 || client.country) && {
      label: t('clients.address'),
      value: (
        <span style={{ whiteSpace: 'pre-line' }}>
          {[...client.addressLines, countryName(format.locale, client.country)].filter(Boolean).join('\n')}
        </span>
      ),
    },
    client.vatNumber && { label: t('clients.vatNumber'), value: client.vatNumber },
    client.language && { label: t('clients.language'), value: languageName(format.locale, client.language) },
    client.tags.length > 0 && {
      label: t('clients.tags'),
      value: (
        <Group gap={4}>
          {client.tags.map((tag) => (
            <Badge key={tag} variant="default" size="sm" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      ),
    },
    { label: t('clients.changed'), value: format.relative(client.changedAt) },
  ].map((fact) => fact || null)
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
