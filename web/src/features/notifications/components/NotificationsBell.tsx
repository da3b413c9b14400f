import { ActionIcon, Box, Button, Group, Indicator, Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LoadProblem } from '@/components/QueryState'
import { useFormat } from '@/lib/format'
import { type Notice, noticesQuery, readAllNotices, readNotice } from '../api/notifications'
import classes from './NotificationsBell.module.css'

export function NotificationsBell() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [opened, { toggle, close }] = useDisclosure()
  const query = useQuery(noticesQuery)
  const notices = query.data?.items ?? []
  const unread = query.data?.unread ?? notices.filter((notice) => !notice.readAt).length
  const refresh = () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey })
  const open = async (notice: Notice) => {
    close()
    if (notice.url) void navigate({ href: notice.url })
    if (!notice.readAt) await readNotice(notice.id).then(refresh, () => undefined)
  }
  return (
    <Popover opened={opened} onChange={(next) => !next && close()} width={360} position="bottom-end" trapFocus>
      <Popover.Target>
        <Indicator color="bad" size={9} offset={5} disabled={unread === 0}>
          <ActionIcon aria-label={t('notifications.bell', { count: unread })} onClick={toggle}>
            <IconBell size={18} aria-hidden />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
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
          {query.isError && notices.length === 0 ? (
            <Box p="md">
              <LoadProblem error={query.error} retry={() => void query.refetch()} />
            </Box>
          ) : notices.length === 0 ? (
            <Text size="sm" c="dimmed" p="lg" ta="center">
              {t('notifications.none')}
            </Text>
          ) : (
            <Stack gap={0}>
              {notices.map((notice) => (
                <UnstyledButton
                  key={notice.id}
                  className={classes.notice}
                  data-unread={!notice.readAt || undefined}
                  onClick={() => void open(notice)}
                >
                  <Text size="sm" fw={notice.readAt ? 450 : 650}>
                    {notice.title}
                  </Text>
                  {notice.text && (
                    <Text size="sm" c="dimmed">
                      {notice.text}
                    </Text>
                  )}
                  <Text size="xs" c="dimmed">
                    {format.relative(notice.at)}
                  </Text>
                </UnstyledButton>
              ))}
            </Stack>
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
