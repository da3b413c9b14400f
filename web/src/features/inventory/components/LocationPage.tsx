import { Card, Modal, Text } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconArrowsMove, IconBuildingWarehouse, IconTag, IconTags } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { useSubscribe } from '@/components/feeds/useSubscribe'
import { NumberField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import type { BulkAction } from '@/components/grid/types'
import { HistoryList } from '@/components/HistoryList'
import { labelsPath } from '@/components/labels/printLabels'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { idsWithin, type Location, locationQuery, locationTreeQuery } from '../api/inventory'
import { AssetGrid } from './AssetGrid'
import { LocationField } from './LocationField'

const input = z.object({
  name: z.string().trim().min(1).max(200),
  code: z.string().max(50).nullable(),
  address: z.string().max(1000).nullable(),
  walkingOrder: z.number().int().min(0).max(1_000_000).nullable(),
})
type Input = z.infer<typeof input>
const inputOf = ({ name, code, address, walkingOrder }: Location): Input => ({ name, code, address, walkingOrder })

export function LocationPage({ id, more }: { id: string; more?: BulkAction[] }) {
  const query = useQuery(locationQuery(id))
  return <QueryState query={query}>{(location) => <Loaded location={location} more={more} />}</QueryState>
}

function Loaded({ location, more }: { location: Location; more?: BulkAction[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [moving, setMoving] = useState(false)
  const { subscribe, calendar } = useSubscribe({ scope: 'WAREHOUSE', id: location.id, name: location.name })
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['locations'] })
  const archive = () =>
    confirm({
      title: t('inventory.archiveTitle', { name: location.name }),
      text: t('inventory.archiveText'),
      action: t('inventory.archive'),
      run: async () => {
        await api.post(`/locations/${location.id}/archive`, undefined, { version: location.version })
        await refresh()
      },
    })
  const restore = async () => {
    await api.post(`/locations/${location.id}/restore`, undefined, { version: location.version })
    await refresh()
  }
  const print = (ids: string[]) => void navigate({ href: labelsPath(ids.map((id) => ({ kind: 'LOCATION' as const, id }))) })
  const printWithin = async () => {
    const { items } = await queryClient.fetchQuery(locationTreeQuery)
    print([location.id, ...idsWithin(items, location.id)])
  }
  return (
    <>
      <DetailPage
        parent={{ to: '/locations', label: t('inventory.locations') }}
        title={location.name}
        subtitle={location.path.slice(0, -1).join(' › ')}
        picture={<IconBuildingWarehouse size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone="info">{t(`inventory.locationKinds.${location.kind}`)}</StatusBadge>
            {location.archivedAt && <StatusBadge tone="gray">{t('inventory.archived')}</StatusBadge>}
          </>
        }
        actions={[
          { label: t('inventory.moveLocation'), icon: IconArrowsMove, run: () => setMoving(true), needs: 'LOCATION_EDIT' },
          { label: t('inventory.printLabel'), icon: IconTag, run: () => print([location.id]), needs: 'LABEL_PRINT' },
          { label: t('inventory.printWithin'), icon: IconTags, run: () => void printWithin(), needs: 'LABEL_PRINT' },
          ...(location.kind === 'WAREHOUSE' ? [subscribe] : []),
          location.archivedAt
            ? { label: t('inventory.restore'), icon: IconArchiveOff, run: () => void restore(), needs: 'LOCATION_EDIT' }
            : { label: t('inventory.archive'), icon: IconArchive, run: archive, needs: 'LOCATION_EDIT' },
        ]}
        facts={[
          { label: t('inventory.code'), value: location.code ?? '–' },
          { label: t('inventory.assetsHere'), value: format.number(location.assetsHere) },
          { label: t('inventory.assetsBeneath'), value: format.number(location.assetsBeneath) },
          { label: t('inventory.walkingOrder'), value: format.number(location.walkingOrder) },
          ...(location.address ? [{ label: t('inventory.address'), value: location.address }] : []),
        ]}
        tabs={[
          {
            id: 'assets',
            label: t('inventory.assets'),
            content: <AssetGrid fixed={{ location: location.id }} inAddress={false} height={560} more={more} />,
          },
          {
            id: 'details',
            label: t('inventory.tabs.details'),
            content: (
              <Card padding="lg">
                <ResourceForm<Input, Location>
                  schema={input}
                  values={inputOf(location)}
                  version={location.version}
                  disabled={!can('LOCATION_EDIT')}
                  save={(_, { changed, version }) => api.patch<Location>(`/locations/${location.id}`, changed, { version })}
                  reload={async () => {
                    const fresh = await api.get<Location>(`/locations/${location.id}`)
                    return { values: inputOf(fresh), version: fresh.version }
                  }}
                  onSaved={async () => {
                    await refresh()
                    showDone(t('inventory.saved'))
                  }}
                >
                  <TextField name="name" label={t('inventory.name')} required maxLength={200} />
                  <TextField name="code" label={t('inventory.code')} description={t('inventory.codeHint')} maxLength={50} />
                  <NumberField
                    name="walkingOrder"
                    label={t('inventory.walkingOrder')}
                    description={t('inventory.walkingOrderHint')}
                    min={0}
                  />
                  <TextAreaField name="address" label={t('inventory.address')} rows={2} maxLength={1000} />
                </ResourceForm>
              </Card>
            ),
          },
          {
            id: 'history',
            label: t('inventory.tabs.history'),
            content: <HistoryList path={`/locations/${location.id}/history`} />,
          },
        ]}
      />
      {calendar}
      <Modal opened={moving} onClose={() => setMoving(false)} title={<Text fw={650}>{t('inventory.moveLocation')}</Text>}>
        <ResourceForm<{ parentId: string | null }, Location>
          schema={z.object({ parentId: z.string().nullable() })}
          values={{ parentId: location.parentId }}
          version={location.version}
          inDialog
          submitLabel={t('inventory.actions.moves')}
          onCancel={() => setMoving(false)}
          save={(values, { version }) => api.post<Location>(`/locations/${location.id}/moves`, values, { version })}
          onSaved={async () => {
            await refresh()
            setMoving(false)
          }}
        >
          <LocationField name="parentId" label={t('inventory.into')} description={t('inventory.intoHint')} />
        </ResourceForm>
      </Modal>
    </>
  )
}
