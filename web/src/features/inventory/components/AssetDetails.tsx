import { Card, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DateField, MoneyField, NumberField, SelectField, TextAreaField, TextField } from '@/components/form/fields'
import { ownPatch } from '@/components/form/own-fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { later } from '@/components/later'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import {
  type Asset,
  type AssetInput,
  assetInput,
  assetInputOf,
  conditionsQuery,
  depreciations,
  placeText,
} from '../api/inventory'
import { LocationField } from './LocationField'

const OwnFields = later(() => import('@/components/form/OwnFields').then((file) => file.OwnFields))

/** What is sent, and what is shown beside somebody else's changes. */
const changesOf = ({ custom, ...others }: Partial<AssetInput>) => {
  const own = custom ? ownPatch(custom) : {}
  return Object.keys(own).length ? { ...others, custom: own } : others
}

/** Everything one enters about an asset. */
export function AssetDetails({ asset, onSaved }: { asset: Asset; onSaved: () => Promise<void> }) {
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
        changes={changesOf}
        save={(_, { changed, version }) => api.patch<Asset>(`/assets/${asset.id}`, changesOf(changed), { version })}
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
          <LocationField
            name="homeLocationId"
            label={t('inventory.home')}
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
        <OwnFields disabled={!can('ASSET_EDIT')} />
        <TextAreaField name="notes" label={t('inventory.notes')} maxLength={10_000} />
      </ResourceForm>
    </Card>
  )
}
