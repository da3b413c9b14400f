import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import classes from './FileDrop.module.css'

type Sending = { id: string; name: string; size: number; share: number; refusal?: string; stop: AbortController }

/**
 * Takes files by dropping, choosing or pasting and sends them one after another.
 * `send` uploads one: `(file, { onProgress, signal }) => api.upload(...)`; what it refuses is shown beside the file.
 */
export function FileDrop(props: {
  label: string
  hint?: string
  accept?: string
  multiple?: boolean
  /** Opens the camera on a phone. */
  camera?: boolean
  send: (file: File, options: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<unknown>
  onSent?: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<Sending[]>([])
  const set = (id: string, change: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)))

  const take = async (files: FileList | File[]) => {
    const list = [...files].slice(0, props.multiple === false ? 1 : undefined)
    const jobs = list.map((file) => ({
      file,
      row: { id: crypto.randomUUID(), name: file.name, size: file.size, share: 0, stop: new AbortController() },
    }))
    setSending((all) => [...all.filter((one) => one.refusal), ...jobs.map((job) => job.row)])
    for (const { file, row } of jobs) {
      try {
        await props.send(file, { onProgress: (share) => set(row.id, { share }), signal: row.stop.signal })
        setSending((all) => all.filter((one) => one.id !== row.id))
        props.onSent?.()
      } catch (error) {
        if (row.stop.signal.aborted) setSending((all) => all.filter((one) => one.id !== row.id))
        else set(row.id, { refusal: text(error) })
      }
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length) void take(event.dataTransfer.files)
  }
  return (
    <Stack gap="xs">
      <div
        className={classes.zone}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event) => event.clipboardData.files.length && void take(event.clipboardData.files)}
      >
        <IconUpload size={22} stroke={1.6} aria-hidden />
        <Text size="sm">{props.label}</Text>
        {props.hint && (
          <Text size="xs" c="dimmed">
            {props.hint}
          </Text>
        )}
        <Button size="xs" variant="default" mt={4} onClick={() => input.current?.click()}>
          {props.multiple === false ? t('common.chooseFile') : t('common.chooseFiles')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={props.accept}
          multiple={props.multiple !== false}
          capture={props.camera ? 'environment' : undefined}
          aria-label={props.label}
          onChange={(event) => {
            if (event.currentTarget.files) void take([...event.currentTarget.files])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {sending.map((one) => (
        <div key={one.id}>
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {one.name}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Text size="xs" c="dimmed">
                {format.bytes(one.size)}
              </Text>
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  one.stop.abort()
                  setSending((all) => all.filter((other) => other.id !== one.id))
                }}
              >
                {one.refusal ? t('common.dismiss') : t('common.cancel')}
              </Button>
            </Group>
          </Group>
          {one.refusal ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {one.refusal}
            </Text>
          ) : (
            <Progress value={one.share * 100} size="sm" aria-label={one.name} />
          )}
        </div>
      ))}
    </Stack>
  )
}
