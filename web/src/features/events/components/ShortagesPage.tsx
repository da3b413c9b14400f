import { Button, Card, Group, SegmentedControl, Select, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCircleCheck, IconDownload, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { Holders } from '@/components/Holders'
import { TextLink } from '@/components/Link'
import { later } from '@/components/later'
import { Numbered } from '@/components/Numbered'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { searchString } from '@/lib/api/client'
import { saveBlob } from '@/lib/download'
import { useFormat } from '@/lib/format'
import { useCan, useMe } from '@/lib/session'
import { askable, stretchText } from '@/lib/stretch'
import { allShortagesQuery, type EventShortage, type Untold } from '../api/stock'
import { type Grouping, grouped, holdersOf, matching, shortagesCsv, warehousesOf } from '../model/shortages'
import { MoreShortages } from './MoreShortages'
import { PhaseBadge } from './PhaseBadge'
import classes from './Shortages.module.css'
import { useWhen, type When } from './useWhen'

const PriorityDialog = later(() => import('./PriorityDialog').then((file) => file.PriorityDialog))
const ResolveDrawer = later(() => import('./ResolveDrawer').then((file) => file.ResolveDrawer))

/** What the company has promised and has not got: to whom, how much, when, and who has it. */
export function ShortagesPage() {
  const { t } = useTranslation()
  const query = useQuery(allShortagesQuery)
  return (
    <>
      <PageHeader title={t('events.shortages.title')} text={t('events.shortages.text')} />
      <QueryState query={query} lines={8}>
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('events.shortages.none')} text={t('events.shortages.noneText')} />
          ) : (
            <Shortages items={items} more={more} />
          )
        }
      </QueryState>
    </>
  )
}

function Shortages({ items, more }: { items: readonly EventShortage[]; more: Untold | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()(useMe().company.timeZone || 'UTC')
  const [text, setText] = useState('')
  const [warehouse, setWarehouse] = useState<string | null>(null)
  const [by, setBy] = useState<Grouping>('event')
  const [put, setPut] = useState<readonly EventShortage[]>()
  const [solved, setSolved] = useState<EventShortage>()
  const can = useCan()
  const [asked] = useDebouncedValue(text, 150)
  const shown = matching(items, asked, warehouse)
  const warehouses = warehousesOf(items)
  const save = () => {
    const head = ['number', 'event', 'product', 'warehouse', 'quantity', 'from', 'to', 'holders'] as const
    const csv = shortagesCsv(
      head.map((column) => t(`events.shortages.columns.${column}`)),
      shown,
    )
    saveBlob(new Blob([csv], { type: 'text/csv' }), 'shortages.csv')
  }
  return (
    <>
      <Group gap="sm" mb="sm" align="flex-end">
        <TextInput
          className={classes.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder={t('events.shortages.search')}
          aria-label={t('events.shortages.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {warehouses.length > 1 && (
          <Select
            aria-label={t('events.shortages.columns.warehouse')}
            placeholder={t('events.shortages.everywhere')}
            data={warehouses}
            value={warehouse}
            onChange={setWarehouse}
            clearable
          />
        )}
        <SegmentedControl
          value={by}
          onChange={(value) => setBy(value as Grouping)}
          aria-label={t('events.shortages.groupBy')}
          data={[
            { value: 'event', label: t('events.shortages.byEvent') },
            { value: 'product', label: t('events.shortages.byProduct') },
          ]}
        />
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
          {t('events.shortages.csv')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {t('events.shortages.count', { count: shown.length, number: format.number(shown.length) })}
      </Text>
      <MoreShortages more={more} timeZone={when.timeZone} />
      {shown.length === 0 && (
        <EmptyState icon={IconFilterOff} title={t('events.shortages.noMatch')} text={t('events.shortages.noMatchText')} />
      )}
      {solved && (
        <ResolveDrawer
          lacking={{ eventId: solved.eventId, stock: solved.shortage.stock }}
          item={solved.shortage.item}
          event={`${solved.number} ${solved.name}`}
          timeZone={when.timeZone}
          onClose={() => setSolved(undefined)}
        />
      )}
      {put && <PriorityDialog lacking={put} onClose={() => setPut(undefined)} />}
      <div className={classes.groups}>
        {grouped(shown, by).map((group) => (
          <Card key={group[0].key} padding="md" component="section" aria-label={group[0].label}>
            <Head first={group[0].first} by={by}>
              {by === 'event' && can('OVERBOOK') && holdersOf(group.map((one) => one.first)).length > 0 && (
                <Button variant="subtle" size="compact-sm" ml="auto" onClick={() => setPut(group.map((one) => one.first))}>
                  {t('events.shortages.putFirstShort')}
                </Button>
              )}
            </Head>
            <ul className={classes.list}>
              {group.map(({ first: one }) => (
                <Line
                  key={`${one.eventId} ${one.shortage.stock.item} ${one.shortage.period.from}`}
                  one={one}
                  by={by}
                  when={when}
                  onResolve={() => setSolved(one)}
                />
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}

const eventHref = (one: EventShortage) => `/events/${one.eventId}`
/** Why there are no more: the explorer's page, or the case's own. */
const whyHref = ({ shortage: { stock, period } }: EventShortage) =>
  stock.kind === 'CASE'
    ? `/cases/${stock.item}`
    : `/availability/${stock.item}${searchString({ warehouse: stock.warehouse, ...askable(period) })}`

function Head({ first, by, children }: { first: EventShortage; by: Grouping; children?: ReactNode }) {
  const told = [first.clientName, first.plannerName].filter(Boolean).join(' · ')
  return (
    <Group gap="xs" mb={6}>
      <Title order={2} size="h5">
        {by === 'event' ? (
          <TextLink to={eventHref(first) as '/'}>
            <Numbered>{`${first.number} ${first.name}`}</Numbered>
          </TextLink>
        ) : (
          first.shortage.item
        )}
      </Title>
      {by === 'event' && <PhaseBadge phase={first.phase} />}
      {by === 'event' && (
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      )}
      {children}
    </Group>
  )
}

type LineProps = { one: EventShortage; by: Grouping; when: When; onResolve: () => void }

function Line({ one, by, when, onResolve }: LineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { shortage } = one
  return (
    <li>
      <span className={classes.what}>
        <b className="num">−{format.number(shortage.quantity)}</b>{' '}
        {by === 'event' ? (
          shortage.item
        ) : (
          <TextLink to={eventHref(one) as '/'}>
            <Numbered>{`${one.number} ${one.name}`}</Numbered>
          </TextLink>
        )}
      </span>
      <span className={classes.when}>
        {shortage.warehouse}, {stretchText(t, shortage.period, when.moment)}
      </span>
      <span className={classes.holders}>
        {shortage.holders.length > 0 ? (
          <Holders holders={shortage.holders} moment={when.moment} />
        ) : (
          t('events.shortages.noHolder')
        )}
      </span>
      <span className={classes.acts}>
        <TextLink to={whyHref(one) as '/'} className={classes.why}>
          {t('events.shortages.why')}
        </TextLink>
        <Button
          variant="default"
          size="compact-sm"
          onClick={onResolve}
          aria-label={t('events.resolve.openOne', { item: shortage.item })}
        >
          {t('events.resolve.open')}
        </Button>
      </span>
    </li>
  )
}
