import { Box, Button, Group, Popover, ScrollArea, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { LoadProblem } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { noticesQuery, readAllNotices } from '../api/notifications'
import { Bell, UnreadMark } from './Bell'
import { NoticeRow } from './NoticeRow'
import classes from './NotificationsBell.module.css'
import { useNoticesRefresh, useOpenNotice } from './useNotice'

/** The bell that was pressed for the first time: takes its place, and opens. */
export default function NotificationsPopover({ unread }: { unread: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [opened, { toggle, open: show, close }] = useDisclosure()
  const bell = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    bell.current?.focus() // where the keyboard was, and comes back to
    show()
  }, [show])
  const query = useQuery({ ...noticesQuery, enabled: opened })
  const notices = query.data?.items ?? []
  const refresh = useNoticesRefresh()
  const open = useOpenNotice(close)
  return (
    <Popover opened={opened} onChange={(next) => !next && close()} width={360} position="bottom-end" trapFocus>
      <UnreadMark unread={unread}>
        <Popover.Target>
          <Bell ref={bell} unread={unread} onClick={toggle} />
        </Popover.Target>
      </UnreadMark>
      <Popover.Dropdown p={0} aria-label={t('notifications.title')}>
        <Group justify="space-between" px="md" py="xs" className={classes.head}>
          <Text fw={650} size="sm">
            {t('notifications.title')}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={unread === 0}
            onClick={() => void readAllNotices().then(refresh, () => undefined)}
          >
            {t('notifications.readAll')}
          </Button>
        </Group>
        <ScrollArea.Autosize mah={420} type="auto">
          {query.isError ? (
            <Box p="md">
              <LoadProblem error={query.error} retry={() => void query.refetch()} />
            </Box>
          ) : query.isPending ? (
            <Text size="sm" c="dimmed" p="lg" ta="center" role="status">
              {t('common.loading')}
            </Text>
          ) : notices.length === 0 ? (
            <Text size="sm" c="dimmed" p="lg" ta="center">
              {t('notifications.none')}
            </Text>
          ) : (
            <Stack gap={0}>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} when={format.relative(notice.at)} open={open} />
              ))}
            </Stack>
          )}
        </ScrollArea.Autosize>
        <Group className={classes.foot} px="md" py="xs" justify="space-between">
          <TextLink to={'/notifications' as '/'} size="sm" onClick={close}>
            {t('notifications.all')}
          </TextLink>
          <TextLink to={'/account/notifications' as '/'} size="sm" onClick={close}>
            {t('notifications.settings')}
          </TextLink>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
