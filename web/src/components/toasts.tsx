import { Button, Group, Text } from '@mantine/core'
import type { NotificationData } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export const loadToaster = () => import('./toaster')
const show = (toast: NotificationData) => void loadToaster().then(({ notifications }) => notifications.show(toast))

/** Something worked, and the page does not already show it. */
export const showDone = (message: string) =>
  show({ message, color: 'ok', icon: <IconCheck size={18} aria-hidden />, autoClose: 4_000 })

/** Something was refused away from a form. Pass the text from `useProblemText`. */
export const showProblem = (message: string) =>
  show({
    message,
    color: 'bad',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: 10_000,
    role: 'alert',
  })

/** Something was done that can be taken back: `undo` sends the opposite. Stays for ten seconds. */
export function showUndo(message: string, undo: () => Promise<unknown> | unknown): void {
  const id = crypto.randomUUID()
  const take = () => {
    void loadToaster().then(({ notifications }) => notifications.hide(id))
    void undo()
  }
  show({ id, message: <Undo message={message} onUndo={take} />, autoClose: 10_000 })
}

function Undo({ message, onUndo }: { message: string; onUndo: () => void }) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onUndo}>
        {t('common.undo')}
      </Button>
    </Group>
  )
}
