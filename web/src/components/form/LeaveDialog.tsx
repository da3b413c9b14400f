import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Blocker = { status: 'idle' | 'blocked'; proceed?: (() => void) | undefined; reset?: (() => void) | undefined }

/** Before what somebody entered is left behind. @param text what would be lost */
export function LeaveDialog({ blocker, text }: { blocker: Blocker; text: string }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={<Text fw={650}>{t('form.leave.title')}</Text>}
    >
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {t('form.leave.stay')}
        </Button>
        <Button color="bad" onClick={() => blocker.proceed?.()}>
          {t('form.leave.go')}
        </Button>
      </Group>
    </Modal>
  )
}
