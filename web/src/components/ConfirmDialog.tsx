import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/lib/problems'

export type Confirmation = {
  title: string
  text?: ReactNode
  /** What the button does: "Retire 12 assets", never "OK". */
  action: string
  danger?: boolean
  /** Runs while the dialog is open; a refusal is shown in it. */
  run: () => Promise<unknown> | unknown
}

let current: Confirmation | null = null
const listeners = new Set<() => void>()
const set = (next: Confirmation | null) => {
  current = next
  for (const listener of listeners) listener()
}

/** Asks before something that can not be undone. Where it can be undone, do it and offer `showUndo` instead. */
export const confirm = (confirmation: Confirmation): void => set(confirmation)

/** Stands once, in the providers. */
export function ModalsHost() {
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  return asked ? <ConfirmDialog key={asked.title} {...asked} onClose={() => set(null)} /> : null
}

export function ConfirmDialog({ title, text, action, danger, run, onClose }: Confirmation & { onClose: () => void }) {
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
