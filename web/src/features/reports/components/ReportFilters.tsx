import { ActionIcon, Badge, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { api, type Page } from '@/lib/api/client'
import type { About, Asked, Named, Span } from '../api/reports'
import classes from './Reports.module.css'

const past: Span[] = [
  'ALL',
  'LAST_MONTH',
  'THIS_QUARTER',
  'LAST_QUARTER',
  'THIS_YEAR',
  'LAST_YEAR',
  'LAST_12_MONTHS',
  'LAST_3_YEARS',
  'DAYS',
]
const ahead: Span[] = ['NEXT_3_MONTHS', 'NEXT_12_MONTHS', 'DAYS']

type Props = { about: About; asked: Asked; set: (changed: Partial<Asked>) => void }

/** What a report is narrowed down by; all of it stands in the address. */
export function ReportFilters({ about, asked, set }: Props) {
  const { t } = useTranslation()
  const has = (sieve: About['sieves'][number]) => about.sieves.includes(sieve)
  const span = asked.span ?? (asked.from || asked.to ? 'DAYS' : about.span)
  return (
    <>
      <div className={classes.filters}>
        {about.ways.length > 1 && (
          <Select
            label={t('reports.shows')}
            data={about.ways.map((way) => ({ value: way, label: t(`reports.ways.${way}`) }))}
            value={asked.by ?? about.ways[0]}
            allowDeselect={false}
            onChange={(by) => set({ by: by ?? undefined })}
          />
        )}
        <Select
          label={t('reports.time')}
          data={(has('WANTED') ? ahead : past).map((one) => ({ value: one, label: t(`reports.spans.${one}`) }))}
          value={span}
          allowDeselect={false}
          onChange={(next) => set(next === 'DAYS' ? { span: 'DAYS' } : { span: next as Span, from: undefined, to: undefined })}
        />
        {span === 'DAYS' && (
          <>
            <TextInput
              type="date"
              label={t('reports.from')}
              value={asked.from ?? ''}
              onChange={(event) => set({ span: 'DAYS', from: event.currentTarget.value || undefined })}
            />
            <TextInput
              type="date"
              label={t('reports.to')}
              value={asked.to ?? ''}
              onChange={(event) => set({ span: 'DAYS', to: event.currentTarget.value || undefined })}
            />
          </>
        )}
        {has('CLIENT') && (
          <RemotePicker
            label={t('reports.client')}
            endpoint="/clients"
            placeholder={t('reports.all')}
            value={asked.client?.[0] ?? null}
            onChange={(id) => set({ client: id ? [id] : undefined })}
            clearable
          />
        )}
        {has('EVENT_TYPE') && (
          <OneOf
            label={t('reports.eventType')}
            endpoint="/event-types"
            value={asked.eventType?.[0]}
            onChange={(id) => set({ eventType: id ? [id] : undefined })}
          />
        )}
        {has('CATEGORY') && (
          <OneOf
            label={t('reports.category')}
            endpoint="/categories"
            value={asked.category?.[0]}
            onChange={(id) => set({ category: id ? [id] : undefined })}
          />
        )}
        {has('PRODUCT') && (
          <RemotePicker
            label={t('reports.product')}
            endpoint="/products"
            placeholder={t('reports.all')}
            value={asked.product?.[0] ?? null}
            onChange={(id) => set({ product: id ? [id] : undefined })}
            clearable
          />
        )}
        {has('WAREHOUSE') && (
          <OneOf
            label={t('reports.warehouse')}
            endpoint="/locations"
            query={{ kind: 'WAREHOUSE' }}
            value={asked.warehouse?.[0]}
            onChange={(id) => set({ warehouse: id ? [id] : undefined })}
          />
        )}
      </div>
      {has('WANTED') && <Wanted asked={asked} set={set} />}
    </>
  )
}

function OneOf(props: {
  label: string
  endpoint: string
  query?: Record<string, string>
  value?: string
  onChange: (id: string | null) => void
}) {
  const { t } = useTranslation()
  const { endpoint, query } = props
  const found = useQuery({
    queryKey: ['report-choices', endpoint, query],
    queryFn: ({ signal }) => api.get<Page<Named>>(endpoint, { query: { ...query, limit: 500 }, signal }),
    staleTime: 300_000,
  })
  return (
    <Select
      label={props.label}
      placeholder={t('reports.all')}
      data={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
      value={props.value ?? null}
      onChange={props.onChange}
      searchable
      clearable
    />
  )
}

/** The job that is asked about: products and kits with how many, and the lists of a template. */
function Wanted({ asked, set }: Omit<Props, 'about'>) {
  const { t } = useTranslation()
  const [many, setMany] = useState(1)
  const wanted = asked.wanted ?? []
  const templates = useQuery({
    queryKey: ['report-choices', 'templates'],
    queryFn: ({ signal }) => api.get<Page<Named>>('/events', { query: { template: true, limit: 200 }, signal }),
    staleTime: 300_000,
  })
  const add = (kind: 'product' | 'kit') => (id: string | null) =>
    id && set({ wanted: [...wanted.filter((one) => !one.startsWith(`${kind}:${id}:`)), `${kind}:${id}:${many}`] })
  return (
    <Stack gap="xs" mb="md">
      <div className={classes.filters} style={{ marginBottom: 0 }}>
        <NumberInput
          label={t('reports.pieces')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={many}
          onChange={(value) => setMany(Math.max(1, Number(value) || 1))}
        />
        <RemotePicker label={t('reports.addProduct')} endpoint="/products" value={null} onChange={add('product')} />
        <RemotePicker label={t('reports.addKit')} endpoint="/kits" value={null} onChange={add('kit')} />
        <Select
          label={t('reports.template')}
          placeholder={t('reports.none')}
          data={(templates.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={asked.template ?? null}
          onChange={(id) => set({ template: id ?? undefined })}
          clearable
        />
      </div>
      {wanted.length > 0 && (
        <Group gap="xs" className={classes.actions}>
          {wanted.map((one) => (
            <WantedBadge key={one} wanted={one} remove={() => set({ wanted: wanted.filter((other) => other !== one) })} />
          ))}
        </Group>
      )}
    </Stack>
  )
}

function WantedBadge({ wanted, remove }: { wanted: string; remove: () => void }) {
  const { t } = useTranslation()
  const [kind, id, many] = wanted.split(':')
  const path = `/${kind === 'kit' ? 'kits' : 'products'}/${id}`
  const named = useQuery({
    queryKey: ['picked', path],
    queryFn: () => api.get<Named>(path),
    staleTime: 300_000,
  })
  const name = `${many} × ${named.data?.name ?? '…'}`
  return (
    <Badge
      size="lg"
      rightSection={
        <ActionIcon variant="transparent" size={18} aria-label={t('reports.remove', { name })} onClick={remove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      }
    >
      {name}
    </Badge>
  )
}
