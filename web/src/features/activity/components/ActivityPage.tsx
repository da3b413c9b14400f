import { Badge, Button, Card, Group, MultiSelect } from '@mantine/core'
import { IconActivity } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityList } from '@/components/ActivityList'
import { EmptyState } from '@/components/EmptyState'
import { RemotePicker } from '@/components/form/RemotePicker'
import type { AuditEntry } from '@/components/HistoryList'
import { useKindText } from '@/components/KindText'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { api, type Page } from '@/lib/api/client'
import { liveQuery } from '@/lib/event-stream'
import { kindNames } from '@/lib/kinds'
import { useCan } from '@/lib/session'

export function ActivityPage() {
  const { t } = useTranslation()
  const can = useCan()
  const kindText = useKindText()
  const [kinds, setKinds] = useState<string[]>([])
  const [actor, setActor] = useState<string | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['activity', kinds, actor],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AuditEntry>>('/activity', { query: { kind: kinds, actor, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { data: live } = useQuery(liveQuery)
  return (
    <div style={{ maxWidth: 860 }}>
      <PageHeader title={t('activity.title')} text={t('activity.text')}>
        {live && <Badge color="ok">{t('activity.live')}</Badge>}
      </PageHeader>
      <Group mb="md" align="flex-end">
        <MultiSelect
          label={t('activity.kinds')}
          placeholder={kinds.length ? undefined : t('grid.any')}
          data={kindNames.map((kind) => ({ value: kind, label: kindText(kind) }))}
          value={kinds}
          onChange={setKinds}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          style={{ flex: '1 1 240px' }}
        />
        {can('USER_READ') && (
          <div style={{ flex: '1 1 220px' }}>
            <RemotePicker
              label={t('activity.actor')}
              endpoint="/users"
              value={actor}
              onChange={(id) => setActor(id)}
              placeholder={t('grid.any')}
            />
          </div>
        )}
      </Group>
      <Card py="xs">
        <QueryState query={query} lines={8}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.items)
            if (entries.length === 0)
              return <EmptyState icon={IconActivity} title={t('activity.none')} text={t('activity.noneText')} />
            return <ActivityList entries={entries} changes />
          }}
        </QueryState>
        {query.hasNextPage && (
          <Button
            variant="default"
            my="sm"
            fullWidth
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('common.showMore')}
          </Button>
        )}
      </Card>
    </div>
  )
}
