import { Box, Card, SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, RemoteSelect } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { type Repair, type ReportInput, reportInput, touchedByRepairs } from '../api/repairs'
import { pathOf } from './pathOf'
import { FaultFields, HandsFields } from './RepairFields'

const labelOfAsset = (item: { [field: string]: unknown }) =>
  [item.number, (item.product as { name?: string } | undefined)?.name].filter(Boolean).join(' · ')

const emptyInput: ReportInput = {
  assetId: null,
  productId: null,
  quantity: null,
  locationId: null,
  severity: 'MEDIUM',
  faultCategory: null,
  description: '',
  assignedToId: null,
  repairShopId: null,
  expectedBack: null,
}

/** Tells that something is broken. The asset is damaged from then on and goes on no job. */
export function ReportPage({ asset, product }: { asset?: string; product?: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByRepairs)
  return (
    <Box maw={760}>
      <TextLink to={'/maintenance' as '/'} size="sm">
        {t('maintenance.title')}
      </TextLink>
      <PageHeader title={t('maintenance.report')} text={t('maintenance.reportText')} />
      <Card padding="lg">
        <ResourceForm<ReportInput, Repair>
          schema={reportInput.superRefine((input, context) => {
            const missing = (path: string) =>
              context.addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path: [path] })
            if (input.productId === null && input.quantity === null) {
              if (!input.assetId) missing('assetId')
              return
            }
            if (!input.productId) missing('productId')
            if (!input.locationId) missing('locationId')
          })}
          values={{ ...emptyInput, assetId: asset ?? null, productId: product ?? null, quantity: product ? 1 : null }}
          submitLabel={t('maintenance.report')}
          onCancel={() => window.history.back()}
          save={(input) => api.post<Repair>('/maintenance-jobs', input)}
          onSaved={async (repair) => {
            await navigate({ href: `/maintenance/${repair.id}` })
            showDone(t('maintenance.reportedNamed', { number: repair.number }))
            await refresh()
          }}
        >
          <What counted={Boolean(product)} />
          <FaultFields />
          <HandsFields />
        </ResourceForm>
      </Card>
    </Box>
  )
}

/** One asset, or some pieces of what is only counted. */
function What({ counted: begin }: { counted: boolean }) {
  const { t } = useTranslation()
  const { setValue, watch } = useFormContext<ReportInput>()
  const [counted, setCounted] = useState(begin)
  const assetId = watch('assetId')
  const open = useQuery({
    queryKey: ['maintenance-jobs', 'open-of', assetId],
    queryFn: ({ signal }) =>
      api.get<{ items: Repair[] }>('/maintenance-jobs', { query: { asset: assetId, open: true, limit: 1 }, signal }),
    enabled: Boolean(assetId) && !counted,
  })
  const already = counted ? undefined : open.data?.items[0]
  const choose = (value: boolean) => {
    setCounted(value)
    setValue('assetId', null)
    setValue('productId', null)
    setValue('locationId', null)
    setValue('quantity', value ? 1 : null)
  }
  return (
    <>
      <SegmentedControl
        value={counted ? 'pieces' : 'asset'}
        onChange={(value) => choose(value === 'pieces')}
        aria-label={t('maintenance.what')}
        data={[
          { value: 'asset', label: t('maintenance.oneAsset') },
          { value: 'pieces', label: t('maintenance.pieces') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {counted ? (
        <>
          <RemoteSelect
            name="productId"
            label={t('maintenance.product')}
            endpoint="/products"
            query={{ kind: ['BULK', 'CONSUMABLE'] }}
            required
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <NumberField name="quantity" label={t('maintenance.quantity')} min={1} max={1_000_000} required />
            <RemoteSelect
              name="locationId"
              label={t('maintenance.takenFrom')}
              endpoint="/locations"
              optionLabel={pathOf}
              required
            />
          </SimpleGrid>
        </>
      ) : (
        <div>
          <RemoteSelect
            name="assetId"
            label={t('maintenance.asset')}
            description={t('maintenance.assetHint')}
            endpoint="/assets"
            optionLabel={labelOfAsset}
            required
          />
          {already && (
            <Text size="sm" mt={6} role="status">
              {t('maintenance.alreadyOpen')}{' '}
              <TextLink to={`/maintenance/${already.id}` as '/'} size="sm" fw={550}>
                {already.number}
              </TextLink>
            </Text>
          )}
        </div>
      )}
    </>
  )
}
