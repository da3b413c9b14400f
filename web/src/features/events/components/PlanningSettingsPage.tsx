import { Box, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { MoneyField, NumberField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showDone } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useCan } from '@/lib/session'
import {
  type PlanningInput,
  type PlanningSettings,
  planningBody,
  planningInput,
  planningInputOf,
  planningSettingsQuery,
} from '../api/planning'
import { EventTypes } from './EventTypes'

/** Types of events, and what holds for all of them. */
export function PlanningSettingsPage() {
  const { t } = useTranslation()
  return (
    <Box maw={860}>
      <TextLink to={'/events' as '/'} size="sm">
        {t('events.events')}
      </TextLink>
      <PageHeader title={t('events.planning')} text={t('events.planningText')} />
      <Stack gap="md">
        <EventTypes />
        <Defaults />
      </Stack>
    </Box>
  )
}

function Defaults() {
  const { t } = useTranslation()
  const can = useCan()
  const queryClient = useQueryClient()
  const query = useQuery(planningSettingsQuery)
  const hours = { unit: 'h', scale: 60, decimals: 2, min: 0, max: 1_440, required: true }
  return (
    <QueryState query={query}>
      {(settings) => (
        <Card padding="lg">
          <ResourceForm<PlanningInput, PlanningSettings>
            schema={planningInput}
            values={planningInputOf(settings)}
            version={settings.version}
            disabled={!can('EVENT_CONFIRM')}
            save={(values, { version }) => api.put<PlanningSettings>('/events/settings', planningBody(values), { version })}
            reload={async () => {
              const fresh = await queryClient.fetchQuery({ ...planningSettingsQuery, staleTime: 0 })
              return { values: planningInputOf(fresh), version: fresh.version }
            }}
            onSaved={(saved) => {
              queryClient.setQueryData(planningSettingsQuery.queryKey, saved)
              showDone(t('events.saved'))
            }}
          >
            <Title order={2} size="h5">
              {t('events.numbers')}
            </Title>
            {(['events', 'projects'] as const).map((kind) => (
              <SimpleGrid key={kind} cols={{ base: 1, sm: 3 }} spacing="md">
                <TextField name={`${kind}.prefix`} label={t(`events.prefixOf.${kind}`)} maxLength={20} />
                <NumberField name={`${kind}.width`} label={t('events.digits')} min={1} max={10} required />
                <NumberField name={`${kind}.next`} label={t('events.nextNumber')} min={1} required />
              </SimpleGrid>
            ))}
            <div>
              <Title order={2} size="h5">
                {t('events.occupancy')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('events.usualText')}
              </Text>
            </div>
            <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
              <NumberField name="occupancy.prepMinutes" label={t('events.legs.prep')} {...hours} />
              <NumberField name="occupancy.transitBeforeMinutes" label={t('events.legs.there')} {...hours} />
              <NumberField name="occupancy.transitAfterMinutes" label={t('events.legs.back')} {...hours} />
              <NumberField name="occupancy.turnaroundMinutes" label={t('events.legs.turnaround')} {...hours} />
            </SimpleGrid>
            <div>
              <Title order={2} size="h5">
                {t('events.between')}
              </Title>
              <Text size="sm" c="dimmed">
                {t('events.betweenText')}
              </Text>
            </div>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
              <NumberField name="betweenWarehouses.minutes" label={t('events.betweenMinutes')} {...hours} max={720} />
              <MoneyField name="betweenWarehouses.cost" label={t('events.betweenCost')} />
            </SimpleGrid>
          </ResourceForm>
        </Card>
      )}
    </QueryState>
  )
}
