import { Card, Text } from '@mantine/core'
import { IconAddressBook, IconGitMerge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, ContactsTab } from '@/components/contacts/ContactsTab'
import { MailLink, PhoneLink, WebLink } from '@/components/contacts/Reach'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { namesOf, ownText } from '@/components/form/own-fields'
import { ResourceForm } from '@/components/form/ResourceForm'
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
import { isProblem } from '@/lib/api/problem'
import { countryName, languageName } from '@/lib/countries'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Client, clientBody, clientInputOf, clientQuery } from '../api/clients'
import { AddressesTab } from './AddressesTab'

const ClientForm = later(() => import('./ClientForm').then((file) => file.ClientForm))

const MergeDialog = later(() => import('./MergeDialog').then((file) => file.MergeDialog))

type Props = {
  id: string /** Its events, for who may see them; they are another feature's. */
  events?: (id: string) => ReactNode
  /** Its deals, likewise. */
  deals?: (id: string) => ReactNode
  /** What was offered to it. */
  quotes?: (id: string) => ReactNode
  /** What it was billed and what it paid. */
  money?: (id: string) => ReactNode
  /** Whether one of its contacts may sign in to the portal. */
  access?: (id: string, contact: Contact) => ReactNode
  /** What was said and agreed with it. */
  activities?: (id: string) => ReactNode
}

/** One client: what is known of it, who speaks for it, what one should remember. */
export function ClientPage({ id, ...others }: Props) {
  const query = useQuery(clientQuery(id))
  // Links to a client that was merged lead to the one that it became part of.
  if (isProblem(query.error, 404) && query.error.code === 'client-merged')
    return <Navigate to="/clients/$clientId" params={{ clientId: String(query.error.facts.intoId) }} replace />
  return <QueryState query={query}>{(client) => <Loaded key={client.id} client={client} {...others} />}</QueryState>
}

const notesInput = z.object({ notes: z.string().max(10_000).nullable() })
type Notes = z.infer<typeof notesInput>

const touched = ['clients', 'history'] as const

function Loaded({ client, events, deals, quotes, money, activities, access }: { client: Client } & Omit<Props, 'id'>) {
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
  const [merging, setMerging] = useState(false)
  return (
    <>
      <DetailPage
        parent={{ to: '/clients', label: t('clients.clients') }}
        title={client.name}
        subtitle={client.code}
        picture={<IconAddressBook size={44} stroke={1.3} aria-hidden />}
        badges={client.archivedAt && <StatusBadge tone="gray">{t('clients.archived')}</StatusBadge>}
        actions={[
          { label: t('clients.merge.action'), icon: IconGitMerge, run: () => setMerging(true), needs: 'CLIENT_EDIT' },
          ...upkeep,
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
                  except={client.id}
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
            content: (
              <ContactsTab
                path={path}
                of={client}
                editable={editable}
                onChanged={refresh}
                more={access && ((contact) => access(client.id, contact))}
              />
            ),
          },
          {
            id: 'addresses',
            label: t('clients.tabs.addresses'),
            count: client.addresses.length,
            content: <AddressesTab client={client} editable={editable} onChanged={refresh} />,
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
          ...(can('FILE_READ')
            ? [
                {
                  id: 'files',
                  label: t('clients.tabs.files'),
                  content: <SubjectFiles kind="client" id={client.id} firstRole="DOCUMENT" />,
                },
              ]
            : []),
          ...(activities ? [{ id: 'activities', label: t('clients.tabs.activities'), content: activities(client.id) }] : []),
          ...(quotes ? [{ id: 'quotes', label: t('clients.tabs.quotes'), content: quotes(client.id) }] : []),
          ...(deals ? [{ id: 'deals', label: t('clients.tabs.deals'), content: deals(client.id) }] : []),
          ...(money ? [{ id: 'money', label: t('clients.tabs.money'), content: money(client.id) }] : []),
          ...(events ? [{ id: 'events', label: t('clients.tabs.events'), content: events(client.id) }] : []),
          { id: 'history', label: t('clients.tabs.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {merging && <MergeDialog client={client} onClose={() => setMerging(false)} />}
    </>
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
    client.vatNumber && {
      label: t('clients.vatNumber'),
      value: (
        <>
          {client.vatNumber}
          {client.vatCheck && (
            <Text size="xs" c={client.vatCheck === 'WRONG' ? 'var(--mantine-color-error)' : 'dimmed'}>
              {t(`clients.vatChecks.${client.vatCheck}`)}
            </Text>
          )}
        </>
      ),
    },
    client.billingName && { label: t('clients.billingName'), value: client.billingName },
    client.billingEmail && { label: t('clients.billingEmail'), value: <MailLink email={client.billingEmail} /> },
    client.buyerReference && { label: t('clients.buyerReference'), value: client.buyerReference },
    client.paymentDays !== null && { label: t('clients.paymentDays'), value: client.paymentDays },
    client.currency && { label: t('clients.currency'), value: client.currency },
    client.language && { label: t('clients.language'), value: languageName(format.locale, client.language) },
    client.tags.length > 0 && {
      label: t('clients.tags'),
      value: <Tags tags={client.tags} />,
    },
    client.preferredBrands.length > 0 && {
      label: t('clients.preferredBrands'),
      value: <Tags tags={client.preferredBrands} />,
    },
    client.avoidedBrands.length > 0 && {
      label: t('clients.avoidedBrands'),
      value: <Tags tags={client.avoidedBrands} />,
    },
    ...namesOf(client.custom).map((name) => ({ label: name, value: ownText(client.custom[name]!, format.locale, t) })),
    { label: t('clients.changed'), value: format.relative(client.changedAt) },
  ].map((fact) => fact || null)
  return facts.filter((fact): fact is Fact => Boolean(fact))
}
