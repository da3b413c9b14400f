import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  type Curve,
  curvesQuery,
  type HireRate,
  listsQuery,
  type PriceList,
  ratesQuery,
  settingsQuery,
  touched,
} from '../api/prices'
import { QuotesTabs } from './QuotesTabs'

const ListDialog = later(() => import('./PriceDialogs').then((file) => file.ListDialog))
const CurveDialog = later(() => import('./PriceDialogs').then((file) => file.CurveDialog))
const RateDialog = later(() => import('./PriceDialogs').then((file) => file.RateDialog))
const PricesDialog = later(() => import('./PricesDialog').then((file) => file.PricesDialog))
const SettingsForm = later(() => import('./SettingsForm').then((file) => file.SettingsForm))

type Open =
  | { what: 'list'; of: PriceList | null }
  | { what: 'prices'; of: PriceList }
  | { what: 'curve'; of: Curve | null }
  | { what: 'rate'; of: HireRate | null }

/** What prices are looked up in: lists, factors of days, rates; and how quotes begin. */
export function PricesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [lists, curves, rates, settings] = [
    useQuery(listsQuery),
    useQuery(curvesQuery),
    useQuery(ratesQuery),
    useQuery(settingsQuery),
  ]
  const [open, setOpen] = useState<Open>()
  const editable = can('PRICE_EDIT')
  const close = () => setOpen(undefined)
  const archive = async (list: PriceList) => {
    try {
      await api.post(`/price-lists/${list.id}/${list.archivedAt ? 'restore' : 'archive'}`)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }
  const remove = (path: string, of: { name: string; version: number }) =>
    confirm({
      title: t('quotes.removeThingTitle', { name: of.name }),
      action: t('quotes.removeThing'),
      danger: true,
      run: async () => {
        await api.delete(path, { version: of.version })
        await refresh()
      },
    })
  return (
    <QuotesTabs tab="/quotes/prices">
      <Stack gap="xl">
        <Section
          title={t('quotes.lists')}
          text={t('quotes.listsText')}
          add={editable ? t('quotes.newList') : undefined}
          onAdd={() => setOpen({ what: 'list', of: null })}
        >
          <QueryState query={lists}>
            {({ items }) =>
              items.map((list) => (
                <Line
                  key={list.id}
                  name={list.name}
                  badge={list.archivedAt ? t('quotes.archived') : undefined}
                  text={[
                    list.currency,
                    list.clientTags.length ? list.clientTags.join(', ') : t('quotes.everybody'),
                    (list.validFrom || list.validTo) && `${format.date(list.validFrom)} – ${format.date(list.validTo)}`,
                    t('quotes.listPrices', { count: list.prices }),
                    list.discountPercent !== null && t('quotes.less', { amount: format.percent(list.discountPercent) }),
                  ]}
                  actions={[
                    [t('quotes.editPrices'), () => setOpen({ what: 'prices', of: list })],
                    ...(editable
                      ? ([
                          [t('quotes.edit'), () => setOpen({ what: 'list', of: list })],
                          [t(list.archivedAt ? 'quotes.restore' : 'quotes.archive'), () => void archive(list)],
                        ] as [string, () => void][])
                      : []),
                  ]}
                />
              ))
            }
          </QueryState>
        </Section>
        <Section
          title={t('quotes.curves')}
          text={t('quotes.curvesText')}
          add={editable ? t('quotes.newCurve') : undefined}
          onAdd={() => setOpen({ what: 'curve', of: null })}
        >
          <QueryState query={curves}>
            {({ items }) =>
              items.map((curve) => (
                <Line
                  key={curve.id}
                  name={curve.name}
                  badge={curve.standard ? t('quotes.standard') : undefined}
                  text={[
                    ...curve.points.map((one) => t('quotes.point', { days: one.days, factor: format.number(one.factor) })),
                    t('quotes.further', { factor: format.number(curve.furtherDay) }),
                  ]}
                  actions={
                    editable
                      ? [
                          [t('quotes.edit'), () => setOpen({ what: 'curve', of: curve })],
                          ...(curve.standard
                            ? []
                            : ([[t('quotes.removeThing'), () => remove(`/factor-curves/${curve.id}`, curve)]] as [
                                string,
                                () => void,
                              ][])),
                        ]
                      : []
                  }
                />
              ))
            }
          </QueryState>
        </Section>
        <Section
          title={t('quotes.rates')}
          text={t('quotes.ratesText')}
          add={editable ? t('quotes.newRate') : undefined}
          onAdd={() => setOpen({ what: 'rate', of: null })}
        >
          <QueryState query={rates}>
            {({ items }) =>
              items.map((rate) => (
                <Line
                  key={rate.id}
                  name={rate.name}
                  text={[
                    `× ${format.number(rate.factor)}`,
                    rate.from && `${format.date(rate.from)} – ${format.date(rate.to)}`,
                    rate.weekdays.map((one) => t(`quotes.onDays.${one}`)).join(', '),
                  ]}
                  actions={
                    editable
                      ? [
                          [t('quotes.edit'), () => setOpen({ what: 'rate', of: rate })],
                          [t('quotes.removeThing'), () => remove(`/hire-rates/${rate.id}`, rate)],
                        ]
                      : []
                  }
                />
              ))
            }
          </QueryState>
        </Section>
        <Section title={t('quotes.settings')}>
          <QueryState query={settings}>
            {(now) => (
              <Card padding="lg">
                <SettingsForm settings={now} disabled={!editable} />
              </Card>
            )}
          </QueryState>
        </Section>
      </Stack>
      {open?.what === 'list' && <ListDialog list={open.of} onClose={close} />}
      {open?.what === 'prices' && <PricesDialog list={open.of} editable={editable} onClose={close} />}
      {open?.what === 'curve' && <CurveDialog curve={open.of} onClose={close} />}
      {open?.what === 'rate' && <RateDialog rate={open.of} onClose={close} />}
    </QuotesTabs>
  )
}

function Section(props: { title: string; text?: string; add?: string; onAdd?: () => void; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={props.title}>
      <Group justify="space-between" align="flex-end">
        <div style={{ flex: '1 1 260px' }}>
          <Text fw={600} component="h2">
            {props.title}
          </Text>
          {props.text && (
            <Text size="sm" c="dimmed" maw={720}>
              {props.text}
            </Text>
          )}
        </div>
        {props.add && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={props.onAdd}>
            {props.add}
          </Button>
        )}
      </Group>
      {props.children}
    </Stack>
  )
}

function Line(props: { name: string; badge?: string; text: (string | null | false)[]; actions: [string, () => void][] }) {
  return (
    <Card padding="sm">
      <Group justify="space-between" gap="sm">
        <div>
          <Group gap="xs">
            <Text fw={600} size="sm">
              {props.name}
            </Text>
            {props.badge && <StatusBadge tone="info">{props.badge}</StatusBadge>}
          </Group>
          <Text size="sm" c="dimmed">
            {props.text.filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap="xs">
          {props.actions.map(([label, run]) => (
            <Button key={label} size="xs" variant="default" aria-label={`${label}: ${props.name}`} onClick={run}>
              {label}
            </Button>
          ))}
        </Group>
      </Group>
    </Card>
  )
}
