import { Badge, Button, Group, Modal, Text } from '@mantine/core'
import { IconAddressBook, IconPlus } from '@tabler/icons-react'
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
import { type Client, clientBody, clientTagsQuery, emptyClient } from '../api/clients'

const ClientForm = later(() => import('./ClientForm').then((file) => file.ClientForm))

/** The companies that events are for. */
export function ClientsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tags = useQuery(clientTagsQuery)
  const [creating, setCreating] = useState(false)
  const columns = useMemo<Column<Client>[]>(
    () => [
      {
        id: 'name',
        header: t('clients.name'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.name}</b>,
        sort: 'name',
        width: 260,
        grow: true,
        card: 'title',
      },
      { id: 'code', header: t('clients.code'), cell: (one) => one.code ?? '–', sort: 'code', width: 120, card: 'subtitle' },
      {
        id: 'contact',
        header: t('clients.contact'),
        cell: (one) => (one.contacts.find((contact) => contact.preferred) ?? one.contacts[0])?.name ?? '–',
        width: 190,
      },
      { id: 'email', header: t('clients.email'), cell: (one) => one.email ?? '–', width: 220, hidden: true, card: 'none' },
      { id: 'phone', header: t('clients.phone'), cell: (one) => one.phone ?? '–', width: 160 },
      {
        id: 'country',
        header: t('clients.country'),
        cell: (one) => countryName(format.locale, one.country) ?? '–',
        width: 140,
        hidden: true,
        card: 'none',
      },
      {
        id: 'tags',
        header: t('clients.tags'),
        cell: (one) => (
          <Group gap={4} wrap="nowrap">
            {one.tags.map((tag) => (
              <Badge key={tag} variant="default" size="sm" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        ),
        width: 180,
        card: 'none',
      },
      {
        id: 'changedAt',
        header: t('clients.changed'),
        cell: (one) => format.relative(one.changedAt),
        sort: 'changedAt',
        width: 140,
        hidden: true,
        card: 'none',
      },
      {
        id: 'state',
        header: t('clients.state'),
        cell: (one) => (one.archivedAt ? <StatusBadge tone="gray">{t('clients.archived')}</StatusBadge> : null),
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
        label: t('clients.tags'),
        kind: 'options',
        options: (tags.data?.items ?? []).map((tag) => ({ value: tag, label: tag })),
      },
      { id: 'country', label: t('clients.country'), kind: 'options', options: countries(format.locale) },
      { id: 'archived', label: t('clients.archived'), kind: 'boolean' },
    ],
    [t, format, tags.data],
  )
  const create = can('CLIENT_EDIT') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t('clients.newClient')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('clients.clients')} text={t('clients.clientsText')}>
        {create}
      </PageHeader>
      <DataGrid<Client>
        list="clients"
        label={t('clients.clients')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        rowHref={(one) => `/clients/${one.id}`}
        rowLabel={(one) => one.name}
        empty={
          <EmptyState icon={IconAddressBook} title={t('clients.noClients')} text={t('clients.noClientsText')}>
            {create}
          </EmptyState>
        }
      />
      <Modal
        opened={creating}
        onClose={() => setCreating(false)}
        size="lg"
        title={<Text fw={650}>{t('clients.newClient')}</Text>}
      >
        <ClientForm
          values={emptyClient}
          inDialog
          submitLabel={t('clients.create')}
          onCancel={() => setCreating(false)}
          save={(values) => api.post<Client>('/clients', clientBody(values))}
          onSaved={async (one) => {
            await queryClient.invalidateQueries({ queryKey: ['clients'] })
            await navigate({ href: `/clients/${one.id}` })
          }}
        />
      </Modal>
    </>
  )
}
