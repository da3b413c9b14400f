import { Alert, Modal, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowsMove, IconBox, IconTag, IconTool } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, DetailPage, FactCard } from '@/components/DetailPage'
import { useSubscribe } from '@/components/feeds/useSubscribe'
import { namesOf, ownText } from '@/components/form/own-fields'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { labelsPath } from '@/components/labels/printLabels'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { SubjectFiles } from '@/components/SubjectFiles'
import { showDone, showProblem } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { actionOf, assetActions } from '../api/actions'
import { type Asset, assetQuery, conditionsQuery, placeText, statusTone } from '../api/inventory'
import { ActionForm } from './ActionForm'
import { AssetCodes } from './AssetCodes'
import { AssetDetails } from './AssetDetails'
import { BookValueOn } from './BookValueOn'
import { Movements } from './Movements'
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
  const own = namesOf(asset.custom)
  const [doing, setDoing] = useState<string | null>(null)
  const { subscribe, calendar } = useSubscribe({ scope: 'ASSET', id: asset.id, name: asset.number })
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
  // What most likely comes next; never what parts with the thing.
  const likely = ['check-in', 'shelving', 'finding', 'repair-return', 'reinstatement', 'moves']
  const main = likely.find((name) => offered.includes(name))
  const print = () => void navigate({ href: labelsPath([{ kind: 'ASSET', id: asset.id }]) })
  const asked = (useSearch({ strict: false }) as { action?: string }).action
  // A scanned label's next action leads here: do it once, then forget it, or "back" would ask again.
  useEffect(() => {
    if (!asked) return
    const name = actionOf(asked)
    if (name && asset.nextActions.includes(name)) setDoing(name)
    else showProblem(t('inventory.notNow', { status: t(`inventory.statuses.${asset.status}`) }))
    void navigate({ to: '.', search: ((old: object) => ({ ...old, action: undefined })) as never, replace: true })
  }, [asked])
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
          subscribe,
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
                ...(asset.depreciation === 'NONE'
                  ? []
                  : [{ label: t('inventory.bookValueOn'), value: <BookValueOn assetId={asset.id} /> }]),
              ]
            : []),
        ]}
        aside={
          <>
            {own.length > 0 && (
              <FactCard
                title={
                  <Text fw={600} size="sm" mb="xs">
                    {t('form.own.title')}
                  </Text>
                }
                facts={own.map((name) => ({ label: name, value: ownText(asset.custom[name]!, format.locale, t) }))}
              />
            )}
            <AssetCodes asset={asset} onChanged={refresh} />
          </>
        }
        tabs={[
          { id: 'movements', label: t('inventory.tabs.movements'), content: <Movements assetId={asset.id} /> },
          { id: 'details', label: t('inventory.tabs.details'), content: <AssetDetails asset={asset} onSaved={refresh} /> },
          ...(more ? [{ id: 'maintenance', label: t('inventory.tabs.maintenance'), content: more(asset) }] : []),
          { id: 'files', label: t('inventory.tabs.files'), content: <SubjectFiles kind="asset" id={asset.id} /> },
          { id: 'history', label: t('inventory.tabs.history'), content: <HistoryList path={`/assets/${asset.id}/history`} /> },
        ]}
      />
      {calendar}
      {doing && (
        <Modal opened onClose={() => setDoing(null)} title={<Text fw={650}>{t(`inventory.actions.${doing}`)}</Text>}>
          <ActionForm
            action={assetActions[doing]!}
            submitLabel={t(`inventory.actions.${doing}`)}
            onCancel={() => setDoing(null)}
            save={(body) => api.post(`/assets/${asset.id}/${doing}`, body)}
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
