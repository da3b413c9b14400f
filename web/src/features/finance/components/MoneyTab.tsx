import { Alert, Button, Card, Group, Modal, SimpleGrid, Stack, Switch, Table, Text, Title } from '@mantine/core'
import { IconPlus, IconReceiptEuro, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField, NumberField, SelectField, SwitchField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { WideTable } from '@/components/WideTable'
import { api, type Money, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { eventBillingQuery } from '../api/billing'
import {
  type CloseOut,
  type Cost,
  closeOutQuery,
  costsQuery,
  type Invoice,
  type Profit,
  type ProfitLine,
  profitGroups,
  profitQuery,
  type Thing,
  touched,
} from '../api/finance'
import { CancelCard } from './CancelCard'
import { InvoiceGrid } from './InvoiceGrid'
import { AccountCard } from './QuoteMoney'

/** What an event earns and costs, what it is billed, and what is to be done before it is closed. */
export function MoneyTab({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const profit = useQuery(profitQuery(eventId))
  const closeOut = useQuery(closeOutQuery(eventId))
  const costs = useQuery(costsQuery(eventId))
  const billing = useQuery({ ...eventBillingQuery(eventId), enabled: can('INVOICE_READ') })
  return (
    <Stack gap="lg">
      <QueryState query={profit}>{(data) => <ProfitCard profit={data} eventId={eventId} />}</QueryState>
      {can('INVOICE_READ') &&
        billing.data?.quotes.map((account) => <AccountCard key={account.quote.id} account={account} named />)}
      <QueryState query={closeOut}>{(data) => <CloseOutCard closeOut={data} eventId={eventId} />}</QueryState>
      {can('INVOICE_READ') && <CancelCard eventId={eventId} />}
      <QueryState query={costs}>{({ items }) => <CostCard costs={items} eventId={eventId} />}</QueryState>
      {can('INVOICE_READ') && (
        <section aria-label={t('finance.invoices')}>
          <InvoiceGrid fixed={{ event: eventId }} inAddress={false} height={360} views={false} />
        </section>
      )}
    </Stack>
  )
}

function ProfitCard({ profit, eventId }: { profit: Profit; eventId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const drill = (of: 'REVENUE' | 'COST', group: string | null, money: Money) =>
    can('LEDGER_READ') && money.amountMinor !== 0 ? (
      <TextLink to={`/ledger?event=${eventId}&accountClass=${of}${group ? `&group=${group}` : ''}` as '/'}>
        {format.money(money)}
      </TextLink>
    ) : (
      format.money(money)
    )
  const row = (line: ProfitLine, bold = false) => (
    <Table.Tr key={line.profitGroup ?? 'all'} fw={bold ? 650 : undefined}>
      <Table.Td>{line.profitGroup ? t(`finance.groups.${line.profitGroup}`) : t('finance.total')}</Table.Td>
      <Table.Td ta="right" className="num">
        {drill('REVENUE', line.profitGroup, line.revenue)}
      </Table.Td>
      <Table.Td ta="right" className="num">
        {format.money(line.plannedCost)}
      </Table.Td>
      <Table.Td ta="right" className="num">
        {drill('COST', line.profitGroup, line.cost)}
      </Table.Td>
      <Table.Td ta="right" className="num" c={line.profit.amountMinor < 0 ? 'var(--mantine-color-error)' : undefined}>
        {format.money(line.profit)}
      </Table.Td>
    </Table.Tr>
  )
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.profit')}
        </Title>
        <Text size="sm" c="dimmed">
          {[
            profit.total.plannedRevenue && t('finance.plannedRevenue', { sum: format.money(profit.total.plannedRevenue) }),
            profit.marginPercent !== null && t('finance.margin', { percent: format.percent(profit.marginPercent) }),
            profit.deposits.amountMinor !== 0 && t('finance.depositsHeld', { sum: format.money(profit.deposits) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      <WideTable minWidth={560} label={t('finance.profit')}>
        <Table aria-label={t('finance.profit')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('finance.group')}</Table.Th>
              <Table.Th ta="right">{t('finance.revenue')}</Table.Th>
              <Table.Th ta="right">{t('finance.plannedCost')}</Table.Th>
              <Table.Th ta="right">{t('finance.cost')}</Table.Th>
              <Table.Th ta="right">{t('finance.profit')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {profit.lines.map((line) => row(line))}
            {row(profit.total, true)}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Card>
  )
}

function CloseOutCard({ closeOut, eventId }: { closeOut: CloseOut; eventId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const act = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const things = (label: string, all: Thing[]) =>
    all.length > 0 && (
      <div key={label}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="sm">
          {all.map((one, index) => (
            <span key={one.id}>
              {index > 0 && ', '}
              <TextLink to={(kindPath(one.kind, one.id) ?? '/') as '/'} inherit>
                {one.number} {one.name}
              </TextLink>
            </span>
          ))}
        </Text>
      </div>
    )
  const nothing =
    closeOut.missing.length +
      closeOut.lost.length +
      closeOut.damaged.length +
      closeOut.toCharge.length +
      closeOut.drafts.length ===
      0 && closeOut.gathered === 0
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.closeOut')}
        </Title>
        <Group gap="xs">
          {can('COST_EDIT') && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              onClick={() =>
                void act(async () => {
                  const { total } = await api.post<Page<Cost>>(`/events/${eventId}/gathered-costs`, {})
                  showDone(t('finance.gatheredN', { n: total }))
                })
              }
            >
              {t('finance.gather', { n: closeOut.gathered })}
            </Button>
          )}
          {can('INVOICE_EDIT') && closeOut.toCharge.length > 0 && (
            <Button
              size="xs"
              leftSection={<IconReceiptEuro size={14} aria-hidden />}
              onClick={() =>
                void act(async () => {
                  const made = await api.post<Invoice>(`/events/${eventId}/charged-costs`, {})
                  await navigate({ href: `/invoices/${made.id}` })
                })
              }
            >
              {t('finance.chargeOn', { n: closeOut.toCharge.length })}
            </Button>
          )}
        </Group>
      </Group>
      <Stack gap="sm">
        {closeOut.conditions.length > 0 && (
          <Alert color="warn" title={t('finance.beforeClosing')}>
            {closeOut.conditions.map((one) => (
              <Text key={one} size="sm">
                {one}
              </Text>
            ))}
          </Alert>
        )}
        {nothing && <Text size="sm">{t('finance.nothingLeft')}</Text>}
        {things(t('finance.missing', { n: closeOut.missing.length }), closeOut.missing)}
        {things(t('finance.lost', { n: closeOut.lost.length }), closeOut.lost)}
        {things(t('finance.damaged', { n: closeOut.damaged.length }), closeOut.damaged)}
        {closeOut.drafts.length > 0 && <Text size="sm">{t('finance.draftsLeft', { n: closeOut.drafts.length })}</Text>}
        {closeOut.open.length > 0 && (
          <Text size="sm">{t('finance.stillOpen', { sum: closeOut.open.map((one) => format.money(one)).join(', ') })}</Text>
        )}
      </Stack>
    </Card>
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

function CostCard({ costs, eventId }: { costs: Cost[]; eventId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [entering, setEntering] = useState(false)
  const [taking, setTaking] = useState<Cost>()
  const [planned, setPlanned] = useState(false)
  const shown = costs.filter((one) => one.planned === planned)
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
    return path ? <TextLink to={path as '/'}>{cost.text}</TextLink> : cost.text
  }
  return (
    <Card padding="lg">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('finance.costs')}
        </Title>
        <Group gap="md">
          <Switch label={t('finance.planned')} checked={planned} onChange={(event) => setPlanned(event.currentTarget.checked)} />
          {can('COST_EDIT') && (
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEntering(true)}>
              {t('finance.newCost')}
            </Button>
          )}
        </Group>
      </Group>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('finance.noCosts')}
        </Text>
      ) : (
        <WideTable minWidth={640} label={t('finance.costs')}>
          <Table aria-label={t('finance.costs')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('finance.group')}</Table.Th>
                <Table.Th>{t('finance.text')}</Table.Th>
                <Table.Th>{t('finance.date')}</Table.Th>
                <Table.Th ta="right">{t('finance.amount')}</Table.Th>
                <Table.Th>{t('finance.charge')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>{t(`finance.groups.${one.profitGroup}`)}</Table.Td>
                  <Table.Td>{source(one)}</Table.Td>
                  <Table.Td>{format.date(one.spentOn)}</Table.Td>
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
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('finance.takeBackThis', { name: one.text })}
                        onClick={() => setTaking(one)}
                      >
                        {t('finance.takeBack')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
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
