import { IconAddressBook } from '@tabler/icons-react'
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
import { type Client, clientBody, clientBrandsQuery, clientTagsQuery, emptyClient } from '../api/clients'

const ClientForm = later(() => import('./ClientForm').then((file) => file.ClientForm))

/** The companies that events are for. */
export function ClientsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const tags = useQuery(clientTagsQuery)
  const brands = useQuery(clientBrandsQuery)
  const columns = useMemo<Column<Client>[]>(
    () => [
      nameColumn(t('clients.name')),
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
        id: 'vatNumber',
        header: t('clients.vatNumber'),
        cell: (one) => one.vatNumber ?? '–',
        width: 150,
        hidden: true,
        card: 'none',
      },
      {
        id: 'paymentDays',
        header: t('clients.paymentDays'),
        cell: (one) => one.paymentDays ?? '–',
        width: 120,
        hidden: true,
        card: 'none',
      },
      tagsColumn(t('clients.tags')),
      changedColumn(t('clients.changed'), format),
      archivedColumn(t('clients.state'), t('clients.archived')),
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
      {
        id: 'brand',
        label: t('clients.preferredBrands'),
        kind: 'options',
        options: (brands.data?.items ?? []).map((brand) => ({ value: brand, label: brand })),
      },
      { id: 'archived', label: t('clients.archived'), kind: 'boolean' },
    ],
    [t, format, tags.data, brands.data],
  )
  return (
    <ListPage<Client>
      list="clients"
      title={t('clients.clients')}
      text={t('clients.clientsText')}
      columns={columns}
      filters={filters}
      defaultSort="name"
      rowLabel={(one) => one.name}
      empty={{ icon: IconAddressBook, title: t('clients.noClients'), text: t('clients.noClientsText') }}
      create={{
        label: t('clients.newClient'),
        needs: 'CLIENT_EDIT',
        form: (close) => (
          <ClientForm
            values={emptyClient}
            inDialog
            submitLabel={t('clients.create')}
            onCancel={close}
            save={(values) => api.post<Client>('/clients', clientBody(values))}
            onSaved={async (one) => {
              await queryClient.invalidateQueries({ queryKey: ['clients'] })
              await navigate({ href: `/clients/${one.id}` })
            }}
          />
        ),
      }}
    />
  )
}
