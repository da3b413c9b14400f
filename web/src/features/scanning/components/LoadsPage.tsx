import { Box, Card, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconTruck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { WideTable } from '@/components/WideTable'
import { useThingChanged } from '@/lib/event-stream'
import { useFormat } from '@/lib/format'
import { eventNameQuery, type Load, type LoadItem, loadsQuery } from '../api/loads'

const right = { textAlign: 'right', whiteSpace: 'nowrap' } as const
/** The same in the tables of all vehicles. */
const column = { ...right, width: 110 }
const pages = { ASSET: '/assets/', CASE: '/cases/', PRODUCT: '/products/' }

/** What of an event left on which vehicle, what that weighs and takes up. */
export function LoadsPage({ eventId }: { eventId: string }) {
  const { t } = useTranslation()
  const event = useQuery(eventNameQuery(eventId))
  const query = useQuery(loadsQuery(eventId))
  useThingChanged('scan-job', eventId, () => void query.refetch())
  return (
    <Box maw={980}>
      {event.data && (
        <TextLink to={`/events/${eventId}` as '/'} size="sm">
          <Numbered>{[event.data.number, event.data.name].filter(Boolean).join(' ')}</Numbered>
        </TextLink>
      )}
      <PageHeader title={t('loads.title')} text={t('loads.text')} />
      <QueryState query={query}>
        {(loads) =>
          loads.length === 0 ? (
            <EmptyState icon={IconTruck} title={t('loads.none')} text={t('loads.noneText')} />
          ) : (
            loads.map((load) => <Vehicle key={load.vehicle ?? ''} load={load} />)
          )
        }
      </QueryState>
    </Box>
  )
}

/** In cubic metres with two decimals; what is small in litres. */
function useVolume() {
  const format = useFormat()
  return (cubicMillimetres: number) =>
    cubicMillimetres < 1e8
      ? `${format.number(Math.round(cubicMillimetres / 1e5) / 10)} l`
      : `${format.number(Math.round(cubicMillimetres / 1e7) / 100)} m³`
}

function Vehicle({ load }: { load: Load }) {
  const { t } = useTranslation()
  const format = useFormat()
  const volume = useVolume()
  const name = load.vehicle ?? t('loads.unnamed')
  const gaps = [
    load.weightsUnknown > 0 && t('loads.weightsUnknown', { count: load.weightsUnknown }),
    load.volumesUnknown > 0 && t('loads.volumesUnknown', { count: load.volumesUnknown }),
  ].filter(Boolean)
  return (
    <Card withBorder component="section" mb="md" aria-label={name}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text fw={600}>
          {[t('loads.pieces', { count: load.pieces }), format.weight(load.weightGrams), volume(load.volumeCubicMillimetres)].join(
            ' · ',
          )}
        </Text>
      </Group>
      {gaps.length > 0 && (
        <Text size="sm" c="dimmed">
          {gaps.join(' · ')}
        </Text>
      )}
      <Stack component="ul" hiddenFrom="sm" gap={0} mt="xs" p={0} aria-label={t('loads.items', { name })}>
        {load.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </Stack>
      <Box visibleFrom="sm">
        <WideTable minWidth={560} label={t('loads.items', { name })}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('loads.what')}</Table.Th>
                <Table.Th style={column}>{t('loads.quantity')}</Table.Th>
                <Table.Th style={column}>{t('loads.weight')}</Table.Th>
                <Table.Th style={column}>{t('loads.volume')}</Table.Th>
                <Table.Th style={column}>{t('loads.loaded')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {load.items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      </Box>
    </Card>
  )
}

/** What it weighs and takes up, as far as that is known. */
function useMeasures(item: LoadItem) {
  const format = useFormat()
  const volume = useVolume()
  const unknown = item.weightGrams === 0 && item.weightsUnknown > 0
  return {
    weight: unknown ? null : `${item.weightsUnknown > 0 ? '> ' : ''}${format.weight(item.weightGrams)}`,
    volume: item.volumeCubicMillimetres === null ? null : volume(item.volumeCubicMillimetres),
  }
}

function What({ item }: { item: LoadItem }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs" wrap="nowrap">
      <div>
        <TextLink to={`${pages[item.kind]}${item.id}` as '/'} size="sm">
          <Numbered>{item.label || item.name}</Numbered>
        </TextLink>
        {item.label && (
          <Text size="xs" c="dimmed">
            {item.name}
          </Text>
        )}
      </div>
      {item.back && <StatusBadge tone="ok">{t('loads.back')}</StatusBadge>}
    </Group>
  )
}

/** On a phone. */
function Line({ item }: { item: LoadItem }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { weight, volume } = useMeasures(item)
  const pieces = item.quantity > 1 || item.kind === 'PRODUCT' ? t('loads.pieces', { count: item.quantity }) : null
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm" py={8} style={{ borderTop: '1px solid var(--ek-line)' }}>
      <What item={item} />
      <Text size="sm" ta="right" className="num" component="div">
        <div>{[pieces, weight, volume].filter(Boolean).join(' · ') || '–'}</div>
        <Text size="xs" c="dimmed">
          {format.time(item.at)}
        </Text>
      </Text>
    </Group>
  )
}

function Row({ item }: { item: LoadItem }) {
  const format = useFormat()
  const { weight, volume } = useMeasures(item)
  return (
    <Table.Tr>
      <Table.Td>
        <What item={item} />
      </Table.Td>
      <Table.Td style={right}>{format.number(item.quantity)}</Table.Td>
      <Table.Td style={right}>{weight ?? '–'}</Table.Td>
      <Table.Td style={right}>{volume ?? '–'}</Table.Td>
      <Table.Td style={right}>{format.time(item.at)}</Table.Td>
    </Table.Tr>
  )
}
