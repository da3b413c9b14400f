import { Button, Card, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconClipboardCheck, IconClipboardList, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink, TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { WideTable } from '@/components/WideTable'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { dueOfAssetQuery, dueTone } from '../api/inspections'
import type { Plan } from '../api/plans'
import { DueGrid } from './DueGrid'
import { EveryText } from './EveryText'
import { InspectionGrid } from './InspectionGrid'
import { RepairGrid } from './RepairGrid'

/** What an asset is inspected for and when, what was found, what was broken. */
export function AssetMaintenance({ assetId }: { assetId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <Stack gap="lg">
      <Due assetId={assetId} />
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {t('maintenance.repairs')}
          </Title>
          {can('MAINTENANCE_EDIT') && (
            <ButtonLink
              to={'/maintenance/new' as '/'}
              search={{ asset: assetId } as never}
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              {t('maintenance.report')}
            </ButtonLink>
          )}
        </Group>
        <RepairGrid fixed={{ asset: assetId }} withItem={false} inAddress={false} height={340} />
      </section>
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('maintenance.inspections')}
        </Title>
        <InspectionGrid fixed={{ asset: assetId }} withAsset={false} inAddress={false} height={340} />
      </section>
    </Stack>
  )
}

function Due({ assetId }: { assetId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const query = useQuery(dueOfAssetQuery(assetId))
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('maintenance.dueDates')}
      </Title>
      <QueryState query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('maintenance.noPlanForAsset')}
            </Text>
          ) : (
            <Card padding={0}>
              <WideTable minWidth={520} label={t('maintenance.dueDates')}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('maintenance.plan')}</Table.Th>
                      <Table.Th>{t('maintenance.state')}</Table.Th>
                      <Table.Th>{t('maintenance.dueOn')}</Table.Th>
                      <Table.Th>{t('maintenance.lastOn')}</Table.Th>
                      {can('MAINTENANCE_EDIT') && (
                        <Table.Th>
                          <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                        </Table.Th>
                      )}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.id}>
                        <Table.Td>
                          <TextLink to={`/maintenance/plans/${one.plan.id}` as '/'} size="sm">
                            {one.plan.name}
                          </TextLink>
                        </Table.Td>
                        <Table.Td>
                          <StatusBadge tone={dueTone[one.state]}>{t(`maintenance.dueStates.${one.state}`)}</StatusBadge>
                        </Table.Td>
                        <Table.Td>{format.date(one.dueOn)}</Table.Td>
                        <Table.Td>{one.lastOn ? format.date(one.lastOn) : t('maintenance.never')}</Table.Td>
                        {can('MAINTENANCE_EDIT') && (
                          <Table.Td ta="right">
                            <Button
                              variant="default"
                              size="compact-sm"
                              leftSection={<IconClipboardCheck size={15} aria-hidden />}
                              onClick={() => void navigate({ href: `/maintenance/record?plan=${one.plan.id}&asset=${assetId}` })}
                            >
                              {t('maintenance.recordOne')}
                            </Button>
                          </Table.Td>
                        )}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
            </Card>
          )
        }
      </QueryState>
    </section>
  )
}

/** The plans of a product, what is due of it, and its repairs. */
export function ProductMaintenance({ productId }: { productId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const plans = useQuery({
    queryKey: ['inspection-plans', 'of-product', productId],
    queryFn: ({ signal }) =>
      api.get<Page<Plan>>('/inspection-plans', { query: { product: productId, archived: false, limit: 100 }, signal }),
  })
  return (
    <Stack gap="lg">
      <section>
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {t('maintenance.plans')}
          </Title>
          {can('MAINTENANCE_PLAN') && (
            <ButtonLink
              to={'/maintenance/plans/new' as '/'}
              search={{ product: productId } as never}
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
            >
              {t('maintenance.newPlan')}
            </ButtonLink>
          )}
        </Group>
        <QueryState query={plans} lines={1}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('maintenance.noPlanOfProduct')}
              </Text>
            ) : (
              <Stack gap={6}>
                {items.map((plan) => (
                  <Group key={plan.id} gap="sm">
                    <IconClipboardList size={18} aria-hidden />
                    <TextLink to={`/maintenance/plans/${plan.id}` as '/'} size="sm" fw={550}>
                      {plan.name}
                    </TextLink>
                    <Text size="sm" c="dimmed">
                      <EveryText plan={plan} />
                    </Text>
                  </Group>
                ))}
              </Stack>
            )
          }
        </QueryState>
      </section>
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('maintenance.dueDates')}
        </Title>
        <DueGrid fixed={{ product: productId, within: 3650 }} withProduct={false} inAddress={false} height={360} />
      </section>
      <section>
        <Title order={2} size="h5" mb="xs">
          {t('maintenance.repairs')}
        </Title>
        <RepairGrid fixed={{ product: productId }} inAddress={false} height={340} />
      </section>
    </Stack>
  )
}
