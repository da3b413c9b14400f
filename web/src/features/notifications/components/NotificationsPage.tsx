import { Box, Button, Card, Group, Stack, Text } from '@mantine/core'
import { IconBell, IconChecks, IconSettings } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { PartControl } from '@/components/PartControl'
import { LoadProblem } from '@/components/QueryState'
import { useShow } from '@/components/useShow'
import { useFormat } from '@/lib/format'
import { allNoticesQuery, readAllNotices, unreadQuery } from '../api/notifications'
import { NoticeRow } from './NoticeRow'
import { useNoticesRefresh, useOpenNotice } from './useNotice'

const parts = ['all', 'unread'] as const

/** Everything a person was told, newest first. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [part, setPart] = useShow(parts)
  const query = useInfiniteQuery(allNoticesQuery(part === 'unread'))
  const unread = useQuery(unreadQuery).data ?? 0
  const refresh = useNoticesRefresh()
  const open = useOpenNotice()
  const notices = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Box maw={760}>
      <PageHeader title={t('notifications.title')} text={t('notifications.text')}>
        <ButtonLink to={'/account/notifications' as '/'} variant="default" leftSection={<IconSettings size={16} aria-hidden />}>
          {t('notifications.settings')}
        </ButtonLink>
        <Button
          leftSection={<IconChecks size={16} aria-hidden />}
          disabled={unread === 0}
          onClick={() => void readAllNotices().then(refresh, () => undefined)}
        >
          {t('notifications.readAll')}
        </Button>
      </PageHeader>
      <Group mb="sm">
        <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`notifications.parts.${one}`)} />
      </Group>
      <Card padding={0}>
        {query.isError ? (
          <Box p="md">
            <LoadProblem error={query.error} retry={() => void query.refetch()} />
          </Box>
        ) : query.isPending ? (
          <Text size="sm" c="dimmed" p="lg" ta="center" role="status">
            {t('common.loading')}
          </Text>
        ) : notices.length === 0 ? (
          <EmptyState icon={IconBell} title={t('notifications.nothing')} text={t('notifications.none')} />
        ) : (
          <Stack gap={0} role="list">
            {notices.map((notice) => (
              <div key={notice.id} role="listitem">
                <NoticeRow notice={notice} when={format.dateTime(notice.at)} open={open} />
              </div>
            ))}
          </Stack>
        )}
      </Card>
      {query.hasNextPage && (
        <Button mt="md" variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('notifications.older')}
        </Button>
      )}
    </Box>
  )
}
