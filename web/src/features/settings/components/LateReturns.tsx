import { SimpleGrid } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField, SelectField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { useCan } from '@/lib/session'
import {
  changeLateReturns,
  horizons,
  type LateReturnsInput,
  lateReturnsInput,
  lateReturnsInputOf,
  lateReturnsQuery,
  type LateReturns as Setting,
} from '../api/late-returns'
import { Section } from './Section'

/** How long availability takes what is late to stay away. */
export function LateReturns() {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery({ ...lateReturnsQuery, enabled: can('ASSET_READ') })
  if (!can('ASSET_READ')) return null
  return (
    <Section title={t('settings.lateReturns')} text={t('settings.lateReturnsText')}>
      <QueryState query={query} lines={2}>
        {(setting) => (
          <ResourceForm<LateReturnsInput, Setting>
            schema={lateReturnsInput}
            values={lateReturnsInputOf(setting)}
            version={setting.version}
            disabled={!can('COMPANY_EDIT')}
            save={(values, { version }) => changeLateReturns(values, version)}
            reload={async () => {
              const fresh = await queryClient.fetchQuery({ ...lateReturnsQuery, staleTime: 0 })
              return { values: lateReturnsInputOf(fresh), version: fresh.version }
            }}
            onSaved={async (saved) => {
              queryClient.setQueryData(lateReturnsQuery.queryKey, saved)
              await queryClient.invalidateQueries({ queryKey: ['availability'] })
              showDone(t('settings.saved'))
            }}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <SelectField
                name="horizon"
                label={t('settings.lateHorizon')}
                data={horizons.map((one) => ({ value: one, label: t(`settings.lateKinds.${one}`) }))}
                required
              />
              <Days />
            </SimpleGrid>
          </ResourceForm>
        )}
      </QueryState>
    </Section>
  )
}

function Days() {
  const { t } = useTranslation()
  const horizon = useWatch<LateReturnsInput>({ name: 'horizon' })
  if (horizon !== 'DAYS') return null
  return <NumberField name="days" label={t('settings.lateDays')} unit={t('settings.lateDaysUnit')} min={1} max={365} required />
}
