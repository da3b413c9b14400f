import { ActionIcon, Alert, Badge, Button, Card, Group, Modal, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowsMove,
  IconBarcode,
  IconBox,
  IconPlus,
  IconTag,
  IconTool,
  IconTrash,
} from '@tabler/icons-react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, DetailPage } from '@/components/DetailPage'
import { DateField, MoneyField, NumberField, RemoteSelect, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { LoadProblem, QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone, showProblem } from '@/components/toasts'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  type Asset,
  type AssetInput,
  assetActions,
  assetInput,
  assetInputOf,
  assetQuery,
  conditionsQuery,
  depreciations,
  type Movement,
  placeText,
  statusTone,
} from '../api/inventory'
import { ActionForm } from './ActionForm'
import { useUnfitText } from './UnfitMark'

export function AssetPage({ id, more }: { id: string; more?: (asset: Asset) => React.ReactNode }) {
  const query = useQuery(assetQuery(id))
  return <QueryState query={query}>{(asset) => <Loaded asset={asset} more={more} />}</QueryState>
}

function Loaded({ asset, more }: { asset: Asset; more?: (asset: Asset) => React.ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const conditions = useQuery(conditionsQuery)
  const unfitText = useUnfitText()
  const [doing, setDoing] = useState<string | null>(null)
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['assets'] })
    await queryClient.invalidateQueries({ queryKey: ['history'] })
  }
  const costs = can('ASSET_COST_READ')
  const offered = asset.nextActions.filter((name) => assetActions[name])
  const action = (name: string): Action => ({
    label: t(`inventory.actions.${name}`),
    icon: name === 'moves' ? IconArrowsMove : name === 'damage' ? IconAlertTriangle : undefined,
    danger: assetActions[name]!.danger,
    needs: assetActions[name]!.needs,
    run: () => setDoing(name),
  })
  const main = ['check-in', 'shelving', 'finding', 'moves'].find((name) => offered.includes(name)) ?? offered[0]
  const print = () => {
    sessionStorage.setItem('eventkit.labels', JSON.stringify({ kind: 'ASSET', ids: [asset.id] }))
    void navigate({ href: '/labels' })
  }
  return (
    <>
      <DetailPage
        parent={{ to: '/assets', label: t('inventory.assets') }}
        title={asset.number}
        subtitle={
          <TextLink to={`/products/${asset.product.id}` as '/'} size="sm">
            {asset.product.name}
          </TextLink>
        }
        picture={<IconBox size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone={statusTone(asset.status)}>{t(`inventory.statuses.${asset.status}`)}</StatusBadge>
            {asset.quarantined && <StatusBadge tone="bad">{t('inventory.quarantined')}</StatusBadge>}
          </>
        }
        primary={main ? action(main) : undefined}
        actions={[
          ...offered.filter((name) => name !== main).map(action),
          { label: t('inventory.printLabel'), icon: IconTag, run: print, needs: 'LABEL_PRINT' },
          {
            label: t('inventory.reportRepair'),
            icon: IconTool,
            needs: 'MAINTENANCE_EDIT',
            run: () => void navigate({ href: `/maintenance/new?asset=${asset.id}` }),
          },
        ]}
        notice={
          !asset.fit && (
            <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('inventory.notFitTitle')}>
              {asset.unfitReasons.map(unfitText).join(' · ')}
            </Alert>
          )
        }
        facts={[
          { label: t('inventory.location'), value: placeText(asset.location) },
          ...(asset.homeLocation ? [{ label: t('inventory.home'), value: placeText(asset.homeLocation) }] : []),
          {
            label: t('inventory.condition'),
            value: conditions.data?.items.find((one) => one.name === asset.condition)?.label ?? asset.condition,
          },
          { label: t('inventory.serial'), value: asset.serial ?? '–' },
          { label: t('inventory.since'), value: format.relative(asset.statusSince) },
          { label: t('inventory.purchaseDate'), value: format.date(asset.purchaseDate) },
          ...(costs
            ? [
                { label: t('inventory.purchaseCost'), value: format.money(asset.purchaseCost) },
                { label: t('inventory.bookValue'), value: format.money(asset.bookValue) },
                { label: t('inventory.insuranceValue'), value: format.money(asset.insuranceValue) },
              ]
            : []),
        ]}
        aside={<Codes asset={asset} onChanged={refresh} />}
        tabs={[
          { id: 'movements', label: t('inventory.tabs.movements'), content: <Movements assetId={asset.id} /> },
          { id: 'details', label: t('inventory.tabs.details'), content: <Details asset={asset} onSaved={refresh} /> },
          ...(more ? [{ id: 'maintenance', label: t('inventory.tabs.maintenance'), content: more(asset) }] : []),
          { id: 'files', label: t('inventory.tabs.files'), content: <SubjectFiles kind="asset" id={asset.id} /> },
          { id: 'history', label: t('inventory.tabs.history'), content: <HistoryList path={`/assets/${asset.id}/history`} /> },
        ]}
      />
      {doing && (
        <Modal opened onClose={() => setDoing(null)} title={<Text fw={650}>{t(`inventory.actions.${doing}`)}</Text>}>
          <ActionForm
            fields={assetActions[doing]!.fields}
            reasonRequired={doing === 'damage' || doing === 'quarantine'}
            submitLabel={t(`inventory.actions.${doing}`)}
            onCancel={() => setDoing(null)}
            save={(body) => api.post(`/assets/${asset.id}/${assetActions[doing]!.path}`, body)}
            onSaved={async () => {
              await refresh()
              setDoing(null)
              showDone(t('inventory.done'))
            }}
          />
        </Modal>
      )}
    </>
  )
}

function Details({ asset, onSaved }: { asset: Asset; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  const conditions = useQuery(conditionsQuery)
  return (
    <Card padding="lg">
      <ResourceForm<AssetInput, Asset>
        schema={assetInput}
        values={assetInputOf(asset)}
        version={asset.version}
        disabled={!can('ASSET_EDIT')}
        save={(_, { changed, version }) => api.patch<Asset>(`/assets/${asset.id}`, changed, { version })}
        reload={async () => {
          const fresh = await api.get<Asset>(`/assets/${asset.id}`)
          return { values: assetInputOf(fresh), version: fresh.version }
        }}
        onSaved={async () => {
          await onSaved()
          showDone(t('inventory.saved'))
        }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField name="number" label={t('inventory.number')} required maxLength={50} />
          <TextField name="serial" label={t('inventory.serial')} maxLength={100} />
          <SelectField
            name="condition"
            label={t('inventory.condition')}
            data={(conditions.data?.items ?? []).map((one) => ({ value: one.name, label: one.label }))}
          />
          <RemoteSelect
            name="homeLocationId"
            label={t('inventory.home')}
            endpoint="/locations"
            optionLabel={(item) => (item.path as string[]).join(' › ')}
            chosenLabel={asset.homeLocation ? placeText(asset.homeLocation) : undefined}
          />
          <TextField name="firmware" label={t('inventory.firmware')} maxLength={100} />
          <TextField name="supplier" label={t('inventory.supplier')} maxLength={200} />
          <DateField name="purchaseDate" label={t('inventory.purchaseDate')} />
        </SimpleGrid>
        {can('ASSET_COST_READ') && (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
            <MoneyField name="purchaseCost" label={t('inventory.purchaseCost')} />
            <MoneyField name="insuranceValue" label={t('inventory.insuranceValue')} />
            <MoneyField name="residualValue" label={t('inventory.residualValue')} />
            <SelectField
              name="depreciation"
              label={t('inventory.depreciation')}
              data={depreciations.map((one) => ({ value: one, label: t(`inventory.depreciations.${one}`) }))}
            />
            <NumberField
              name="usefulLifeMonths"
              label={t('inventory.usefulLife')}
              unit={t('inventory.months')}
              min={1}
              max={1200}
            />
            <NumberField
              name="decliningPercent"
              label={t('inventory.decliningPercent')}
              unit="%"
              decimals={2}
              min={0}
              max={100}
            />
          </SimpleGrid>
        )}
        <TextAreaField name="notes" label={t('inventory.notes')} maxLength={5000} />
      </ResourceForm>
    </Card>
  )
}

/** Its own number and every other code that is stuck on it. */
function Codes({ asset, onChanged }: { asset: Asset; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const [code, setCode] = useState('')
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await onChanged()
    } catch (error) {
      showProblem(text(error))
    }
  }
  return (
    <Card padding="md">
      <Group gap="xs" mb="xs">
        <IconBarcode size={18} aria-hidden />
        <Text fw={600} size="sm">
          {t('inventory.codes')}
        </Text>
      </Group>
      <Stack gap={6}>
        {asset.aliases.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('inventory.noCodes')}
          </Text>
        )}
        {asset.aliases.map((alias) => (
          <Group key={alias.code} justify="space-between" wrap="nowrap">
            <Badge variant="default" radius="sm" tt="none">
              {alias.code}
            </Badge>
            {can('ASSET_EDIT') && (
              <ActionIcon
                size={28}
                aria-label={t('inventory.removeCode', { code: alias.code })}
                onClick={() => void run(() => api.delete(`/assets/${asset.id}/aliases`, { query: { code: alias.code } }))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {can('ASSET_EDIT') && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const entered = code.trim()
              if (!entered) return
              void run(() => api.post(`/assets/${asset.id}/aliases`, { code: entered })).then(() => setCode(''))
            }}
          >
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                flex={1}
                aria-label={t('inventory.addCode')}
                placeholder={t('inventory.addCode')}
                value={code}
                maxLength={200}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <ActionIcon type="submit" size={30} aria-label={t('inventory.addCode')}>
                <IconPlus size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </form>
        )}
      </Stack>
    </Card>
  )
}

function Movements({ assetId }: { assetId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useInfiniteQuery({
    queryKey: ['history', 'movements', assetId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Movement>>(`/assets/${assetId}/movements`, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (query.isError) return <LoadProblem error={query.error} retry={() => void query.refetch()} />
  const moves = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('inventory.when')}</Table.Th>
              <Table.Th>{t('inventory.became')}</Table.Th>
              <Table.Th>{t('inventory.where')}</Table.Th>
              <Table.Th>{t('inventory.why')}</Table.Th>
              <Table.Th>{t('inventory.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map((move, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: movements have no id of their own and never change order
              <Table.Tr key={index}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(move.at)}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={statusTone(move.toStatus)}>{t(`inventory.statuses.${move.toStatus}`)}</StatusBadge>
                </Table.Td>
                <Table.Td>{placeText(move.to)}</Table.Td>
                <Table.Td>{[move.reference, move.reason].filter(Boolean).join(' · ') || '–'}</Table.Td>
                <Table.Td>{move.actorName}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage && (
        <Group justify="center" p="sm">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common.showMore')}
          </Button>
        </Group>
      )}
    </Card>
  )
}
