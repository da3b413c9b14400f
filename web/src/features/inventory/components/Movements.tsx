import { Button, Card, Group, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LoadProblem } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { type Movement, placeText, statusTone } from '../api/inventory'

/** Where it has been and what it was, newest first. */
export function Movements({ assetId }: { assetId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useInfiniteQuery({
    queryKey: ['history', 'movements', assetId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Movement>>(`/assets/${assetId}/movements`, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (query.isError) return <LoadProblem error={query.error} retry={() => void query.refetch()} />
  const moves = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={560}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('inventory.when')}</Table.Th>
              <Table.Th>{t('inventory.became')}</Table.Th>
              <Table.Th>{t('inventory.where')}</Table.Th>
              <Table.Th>{t('inventory.why')}</Table.Th>
              <Table.Th>{t('inventory.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map((move, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: movements have no id of their own and never change order
              <Table.Tr key={index}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.dateTime(move.at)}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={statusTone(move.toStatus)}>{t(`inventory.statuses.${move.toStatus}`)}</StatusBadge>
                </Table.Td>
                <Table.Td>{placeText(move.to)}</Table.Td>
                <Table.Td>{[move.reference, move.reason].filter(Boolean).join(' · ') || '–'}</Table.Td>
                <Table.Td>{move.actorName}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage && (
        <Group justify="center" p="sm">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common.showMore')}
          </Button>
        </Group>
      )}
    </Card>
  )
}
