import { Card } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ContactsTab } from '@/components/contacts/ContactsTab'
import { MailLink, PhoneLink, WebLink } from '@/components/contacts/Reach'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { Tags } from '@/components/Tags'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useUpkeep } from '@/components/useUpkeep'
import { api } from '@/lib/api/client'
import { countryName, languageName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
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

const touched = ['clients', 'history'] as const

function Loaded({ client, events }: { client: Client; events?: Props['events'] }) {
  const { t } = useTranslation()
  const can = useCan()
  const editable = can('CLIENT_EDIT')
  const path = `/clients/${client.id}`
  const refresh = useRefresh(touched)
  const saved = async () => {
    await refresh()
    showDone(t('clients.saved'))
  }
  const upkeep = useUpkeep({
    list: 'clients',
    thing: client,
    needs: 'CLIENT_EDIT',
    words: {
      archive: t('clients.archive'),
      restore: t('clients.restore'),
      remove: t('clients.remove'),
      removeTitle: t('clients.removeTitle', { name: client.name }),
      removeText: t('clients.removeText'),
    },
    verbs: { archive: 'archive', restore: 'restore' },
    refresh,
  })
  return (
    <DetailPage
      parent={{ to: '/clients', label: t('clients.clients') }}
      title={client.name}
      subtitle={client.code}
      picture={<IconAddressBook size={44} stroke={1.3} aria-hidden />}
      badges={client.archivedAt && <StatusBadge tone="gray">{t('clients.archived')}</StatusBadge>}
      actions={upkeep}
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
      value: <PhoneLink phone={client.phone} />,
    },
    client.email && {
      label: t('clients.email'),
      value: <MailLink email={client.email} />,
    },
    client.web && {
      label: t('clients.web'),
      value: <WebLink web={client.web} />,
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
      value: <Tags tags={client.tags} />,
    },
    { label: t('clients.changed'), value: format.relative(client.changedAt) },
  ].map((fact) => fact || null)
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
