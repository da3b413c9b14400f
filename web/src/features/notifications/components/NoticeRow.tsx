import { Text, UnstyledButton } from '@mantine/core'
import { Numbered } from '@/components/Numbered'
import type { Notice } from '../api/notifications'
import classes from './NotificationsBell.module.css'
import { useNoticeText } from './useNotice'

/** One notice as a button that leads to what it is about; `when` is its moment in the words of the place it stands in. */
export function NoticeRow({ notice, when, open }: { notice: Notice; when: string; open: (notice: Notice) => Promise<void> }) {
  const words = useNoticeText()
  return (
    <UnstyledButton className={classes.notice} data-unread={!notice.readAt || undefined} onClick={() => void open(notice)}>
      <Text size="sm" fw={notice.readAt ? 450 : 650}>
        <Numbered>{words(notice)}</Numbered>
      </Text>
      <Text size="xs" c="dimmed">
        {when}
      </Text>
    </UnstyledButton>
  )
}
