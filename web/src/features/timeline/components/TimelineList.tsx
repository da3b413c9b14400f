import { Button, Group, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { contentsQuery, rowsQuery } from '../api/timeline'
import { leftOf, tightest } from '../model/chart'
import { targetOf } from './drawRow'
import classes from './Timeline.module.css'
import { useBarText } from './useBarText'
import type { TimelineState } from './useTimelineState'

const PAGE = 50

/** The same as the drawing in a table: for who listens, who prints, and who reads rather than looks. */
export function TimelineList(props: {
  state: TimelineState
  query: Record<string, string | undefined>
  from: number
  to: number
}) {
  const { state, from, to } = props
  const { by, format } = state
  const { t } = useTranslation()
  const text = useBarText(format)
  const [page, setPage] = useState(0)
  const counted = by !== 'asset' && by !== 'event'
  const rows = useQuery({
    ...rowsQuery({ ...props.query, limit: PAGE, offset: page * PAGE || undefined }),
    placeholderData: keepPreviousData,
  })
  const minute = (instant: number) => new Date(Math.round(instant / 60_000) * 60_000).toISOString()
  const ids = rows.data?.items.map((row) => row.id) ?? []
  const contents = useQuery({
    ...contentsQuery({ by, warehouse: state.warehouse, from: minute(from), to: minute(to) }, ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  const events = new Map(contents.data?.events.map((event) => [event.id, event]))
  const known = new Map(contents.data?.rows.map((row) => [row.id, row]))
  return (
    <QueryState query={rows}>
      {(found) => (
        <>
          <Text size="sm" c="dimmed" mb="xs" aria-live="polite">
            {t('timeline.between', { from: format.dateTime(minute(from)), to: format.dateTime(minute(to)) })}
          </Text>
          <Table className={classes.listing} aria-busy={contents.isFetching}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t(`timeline.one.${by}`)}</Table.Th>
                {counted && <Table.Th scope="col">{t('timeline.leastFree')}</Table.Th>}
                <Table.Th scope="col">{t('timeline.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.items.map((row) => {
                const content = known.get(row.id)
                const least = content && tightest(content.load, from, to)
                const target = targetOf(by, row)
                return (
                  <Table.Tr key={row.id}>
                    <Table.Th scope="row" fw={600}>
                      <TextLink to={target.to as '/'} search={target.search as never}>
                        {row.name}
                      </TextLink>
                      {row.sub && <div className={classes.sub}>{row.sub}</div>}
                    </Table.Th>
                    {counted && (
                      <Table.Td className="num">
                        {least ? `${String(leftOf(least)).replace('-', '−')} / ${least.stock}` : '–'}
                      </Table.Td>
                    )}
                    <Table.Td>
                      {content && content.bars.length === 0 && t('timeline.nothing')}
                      <ul>
                        {content?.bars.map((bar, index) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
                          <li key={index} className="num">
                            {bar.eventId && events.has(bar.eventId) ? (
                              <TextLink to={`/events/${bar.eventId}` as '/'} size="sm">
                                {text.whole(bar, events.get(bar.eventId))}
                              </TextLink>
                            ) : (
                              text.whole(bar, undefined)
                            )}
                          </li>
                        ))}
                      </ul>
                    </Table.Td>
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
          {(found.total ?? 0) > PAGE && (
            <Group mt="sm">
              <Button variant="default" size="xs" disabled={page === 0} onClick={() => setPage(page - 1)}>
                {t('timeline.pageBefore')}
              </Button>
              <Text size="sm" className="num">
                {t('timeline.page', { page: page + 1, pages: Math.ceil(found.total / PAGE) })}
              </Text>
              <Button variant="default" size="xs" disabled={(page + 1) * PAGE >= found.total} onClick={() => setPage(page + 1)}>
                {t('timeline.pageAfter')}
              </Button>
            </Group>
          )}
        </>
      )}
    </QueryState>
  )
}
