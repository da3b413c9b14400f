import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/lib/problems'
import type { Confirmation } from './ConfirmDialog'

export default function ConfirmModal({ title, text, action, danger, run, onClose }: Confirmation & { onClose: () => void }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const go = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      await run()
      onClose()
    } catch (error) {
      setRefusal(problemText(error))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{title}</Text>} size="md">
      {text && (
        <Text size="sm" component="div">
          {text}
        </Text>
      )}
      {refusal && (
        <Text size="sm" c="var(--mantine-color-error)" mt="sm" role="alert">
          {refusal}
        </Text>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color={danger ? 'bad' : undefined} loading={busy} onClick={go}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
