import {
  ActionIcon,
  Button,
  Card,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Switch,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField, NumberField, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { eventBillingQuery } from '../api/billing'
import { type Cost, closeOutQuery, costsQuery, type ProfitGroup, profitGroups, profitQuery, touched } from '../api/finance'
import { CancelCard } from './CancelCard'
import { CloseOutCard } from './CloseOutCard'
import { InvoiceGrid } from './InvoiceGrid'
import { ProfitCard } from './ProfitCard'
import { AccountCard } from './QuoteMoney'

/** Of which costs the list is: planned ones or those that came, of a group or all. */
type Shown = { planned: boolean; group: ProfitGroup | null }

/** What an event earns and costs, what it is billed, and what is to be done before it is closed. */
export function MoneyTab({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const [shown, setShown] = useState<Shown>({ planned: false, group: null })
  const card = useRef<HTMLDivElement>(null)
  const profit = useQuery(profitQuery(eventId))
  const closeOut = useQuery(closeOutQuery(eventId))
  const billing = useQuery({ ...eventBillingQuery(eventId), enabled: can('INVOICE_READ') })
  return (
    <Stack gap="lg">
      <QueryState query={profit}>
        {(data) => (
          <ProfitCard
            profit={data}
            eventId={eventId}
            onPlanned={(group) => {
              setShown({ planned: true, group })
              card.current?.scrollIntoView({ block: 'start' })
            }}
          />
        )}
      </QueryState>
      {can('INVOICE_READ') &&
        billing.data?.quotes.map((account) => (
          <AccountCard key={account.quote.id} account={account} named over={closeOut.data?.phase === 'CANCELLED'} />
        ))}
      <QueryState query={closeOut}>{(data) => <CloseOutCard closeOut={data} eventId={eventId} />}</QueryState>
      {can('INVOICE_READ') && <CancelCard eventId={eventId} />}
      <div ref={card} style={{ scrollMarginTop: 72 }}>
        <CostCard eventId={eventId} shown={shown} show={setShown} />
      </div>
      {can('INVOICE_READ') && (
        <section aria-label={t('finance.invoices')}>
          <InvoiceGrid fixed={{ event: eventId }} inAddress={false} height={360} views={false} />
        </section>
      )}
    </Stack>
  )
}

const input = z.object({
  planned: z.boolean(),
  profitGroup: z.enum(profitGroups),
  text: z.string().trim().min(1).max(300),
  spentOn: z.string().nullable(),
  quantity: z.number().positive(),
  unit: z.string().min(1).max(20),
  unitCost: z.number().min(0),
  charge: z.boolean(),
})
type Input = z.infer<typeof input>
const withdrawal = z.object({ reason: z.string().trim().min(1).max(300) })

type CostProps = { eventId: string; shown: Shown; show: (shown: Shown) => void }

function CostCard({ eventId, shown: { planned, group }, show }: CostProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [entering, setEntering] = useState(false)
  const [taking, setTaking] = useState<Cost>()
  const query = useInfiniteQuery(costsQuery(eventId, planned, group))
  const costs = query.data?.pages.flatMap((page) => page.items) ?? []
  const more = (query.data?.pages[0]?.total ?? 0) - costs.length
  const charge = async (cost: Cost) => {
    try {
      await api.post(`/costs/${cost.id}/charge`, { charge: !cost.charge }, { version: cost.version })
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const source = (cost: Cost) => {
    const path = cost.sourceId ? kindPath(cost.sourceKind, cost.sourceId) : undefined
    return path ? (
      <TextLink to={path as '/'} inherit>
        {cost.text}
      </TextLink>
    ) : (
      cost.text
    )
  }
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.costs')}
        </Title>
        <Group gap="md">
          {group && (
            <Button size="compact-sm" variant="default" onClick={() => show({ planned, group: null })}>
              {t('finance.onlyGroup', { group: t(`finance.groups.${group}`) })}
            </Button>
          )}
          <Switch
            label={t('finance.planned')}
            checked={planned}
            onChange={(event) => show({ planned: event.currentTarget.checked, group })}
          />
          {can('COST_EDIT') && (
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEntering(true)}>
              {t('finance.newCost')}
            </Button>
          )}
        </Group>
      </Group>
      <QueryState query={query}>
        {() =>
          costs.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('finance.noCosts')}
            </Text>
          ) : (
            <WideTable minWidth={320} label={t('finance.costs')}>
              <Table aria-label={t('finance.costs')} horizontalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th visibleFrom="sm">{t('finance.group')}</Table.Th>
                    <Table.Th>{t('finance.text')}</Table.Th>
                    <Table.Th visibleFrom="sm">{t('finance.date')}</Table.Th>
                    <Table.Th ta="right">{t('finance.amount')}</Table.Th>
                    <Table.Th>{t('finance.charge')}</Table.Th>
                    <Table.Th>
                      <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {costs.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td visibleFrom="sm">{t(`finance.groups.${one.profitGroup}`)}</Table.Td>
                      <Table.Td>
                        <div>{source(one)}</div>
                        <Text size="xs" c="dimmed" hiddenFrom="sm">
                          {t(`finance.groups.${one.profitGroup}`)} · {format.date(one.spentOn)}
                        </Text>
                      </Table.Td>
                      <Table.Td className="num" visibleFrom="sm">
                        {format.date(one.spentOn)}
                      </Table.Td>
                      <Table.Td ta="right" className="num">
                        {format.money(one.amount)}
                      </Table.Td>
                      <Table.Td>
                        {one.chargedOn ? (
                          <StatusBadge tone="ok">{one.chargedOn.name}</StatusBadge>
                        ) : (
                          !one.planned && (
                            <Switch
                              aria-label={t('finance.chargeThis', { name: one.text })}
                              checked={one.charge}
                              disabled={!can('COST_EDIT')}
                              onChange={() => void charge(one)}
                            />
                          )
                        )}
                      </Table.Td>
                      <Table.Td ta="right">
                        {can('COST_EDIT') && !one.chargedOn && (
                          <ActionIcon
                            size={30}
                            variant="subtle"
                            title={t('finance.takeBack')}
                            aria-label={t('finance.takeBackThis', { name: one.text })}
                            onClick={() => setTaking(one)}
                          >
                            <IconArrowBackUp size={16} aria-hidden />
                          </ActionIcon>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </WideTable>
          )
        }
      </QueryState>
      {query.hasNextPage && (
        <Group mt="sm">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('finance.moreCosts', { n: format.number(more) })}
          </Button>
        </Group>
      )}
      {entering && (
        <Modal opened onClose={() => setEntering(false)} size="lg" title={<Text fw={650}>{t('finance.newCost')}</Text>}>
          <ResourceForm<Input, Cost>
            schema={input}
            values={{
              planned,
              profitGroup: 'CREW',
              text: '',
              spentOn: null,
              quantity: 1,
              unit: t('finance.hour'),
              unitCost: 0,
              charge: false,
            }}
            inDialog
            submitLabel={t('finance.enterCost')}
            onCancel={() => setEntering(false)}
            save={(values) => api.post<Cost>('/costs', { ...values, eventId })}
            onSaved={async () => {
              setEntering(false)
              await refresh()
            }}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <SelectField
                name="profitGroup"
                label={t('finance.group')}
                required
                data={profitGroups.map((one) => ({ value: one, label: t(`finance.groups.${one}`) }))}
              />
              <TextField name="text" label={t('finance.text')} required maxLength={300} />
              <NumberField name="quantity" label={t('finance.quantity')} decimals={3} min={0} required />
              <TextField name="unit" label={t('finance.unit')} required maxLength={20} />
              <NumberField name="unitCost" label={t('finance.unitCost')} decimals={4} min={0} unit={format.currency} required />
              <DateField name="spentOn" label={t('finance.date')} description={t('finance.todayHint')} />
            </SimpleGrid>
            <SwitchField name="planned" label={t('finance.planned')} description={t('finance.plannedHint')} />
            <SwitchField name="charge" label={t('finance.charge')} />
          </ResourceForm>
        </Modal>
      )}
      {taking && (
        <Modal
          opened
          onClose={() => setTaking(undefined)}
          title={<Text fw={650}>{t('finance.takeBackThis', { name: taking.text })}</Text>}
        >
          <ResourceForm<z.infer<typeof withdrawal>, Cost>
            schema={withdrawal}
            values={{ reason: '' }}
            inDialog
            submitLabel={t('finance.takeBack')}
            onCancel={() => setTaking(undefined)}
            save={(values) => api.post<Cost>(`/costs/${taking.id}/withdrawal`, values, { version: taking.version })}
            onSaved={async () => {
              setTaking(undefined)
              await refresh()
            }}
          >
            <TextField name="reason" label={t('finance.reason')} required autoFocus maxLength={300} />
          </ResourceForm>
        </Modal>
      )}
    </Card>
  )
}
