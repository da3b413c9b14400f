import { Button, Group, List, Modal, Stack, Switch, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '@/components/grid/types'
import { JobProgress } from '@/components/JobProgress'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { type BulkAnswer, type BulkKind, type BulkLine, bulkActions, bulkTarget } from '../api/actions'
import { ActionForm } from './ActionForm'
import { BulkEditForm } from './BulkEditForm'

/** The same done with many assets: at once, or as a background job where they are very many. */
export function BulkActionDialog(props: { kind: BulkKind; selection: Selection; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const { kind, selection, onClose } = props
  const [each, setEach] = useState(false)
  const [jobId, setJobId] = useState<string>()
  const [refused, setRefused] = useState<{ lines: BulkLine[]; count: number; done: number } | null>(null)
  // The title keeps its number, also after the selection is cleared behind it.
  const [count] = useState(selection.count)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['assets'] })
  const undo = async (token: string) => {
    try {
      await api.post(`/assets/bulk/${token}/undo`)
      await refresh()
    } catch (error) {
      showProblem(text(error))
    }
  }
  const finish = (answer: Partial<BulkAnswer>) => {
    void refresh()
    const done = answer.done ?? 0
    const message = t('inventory.bulkDone', { count: done, shown: format.number(done) })
    if (answer.undo) showUndo(message, () => undo(answer.undo!))
    else showDone(message)
    selection.clear()
    if (!answer.refused) return onClose()
    setRefused({ lines: (answer.items ?? []).filter((line) => line.outcome === 'REFUSED'), count: answer.refused, done })
  }
  const save = async (body: Record<string, unknown>) => {
    setRefused(null)
    try {
      return await api.post<BulkAnswer>('/assets/bulk', {
        ...(await bulkTarget(selection)),
        action: { type: kind, ...body },
        mode: each ? 'EACH' : 'ALL',
      })
    } catch (error) {
      if (isProblem(error, 'bulk-refused'))
        setRefused({ lines: error.facts.lines as BulkLine[], count: Number(error.facts.refused), done: 0 })
      throw error
    }
  }
  const onSaved = (result: unknown) => {
    const answer = result as BulkAnswer
    if (answer.job) setJobId(answer.job)
    else finish(answer)
  }
  const more = (
    <>
      {refused && <Refused {...refused} />}
      <Switch
        label={t('inventory.bulkEach')}
        description={t('inventory.bulkEachHint')}
        checked={each}
        onChange={(event) => setEach(event.currentTarget.checked)}
      />
    </>
  )
  const over = refused !== null && refused.done > 0
  return (
    <Modal
      opened
      onClose={onClose}
      size={kind === 'EDIT' ? 'lg' : 'md'}
      title={<Text fw={650}>{t(`inventory.bulkTitles.${kind}`, { count, shown: format.number(count) })}</Text>}
    >
      {over ? (
        <Stack>
          <Refused {...refused} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('common.close')}</Button>
          </Group>
        </Stack>
      ) : jobId ? (
        <JobProgress
          jobId={jobId}
          onDone={(job) => (job.state === 'DONE' ? finish((job.result ?? {}) as Partial<BulkAnswer>) : void refresh())}
        />
      ) : kind === 'EDIT' ? (
        <BulkEditForm save={(changes) => save({ changes })} onSaved={onSaved} onCancel={onClose}>
          {more}
        </BulkEditForm>
      ) : (
        <ActionForm
          action={bulkActions[kind]}
          submitLabel={t(`inventory.bulkSubmit.${kind}`)}
          onCancel={onClose}
          save={save}
          onSaved={onSaved}
        >
          {more}
        </ActionForm>
      )}
    </Modal>
  )
}

function Refused({ lines, count, done }: { lines: BulkLine[]; count: number; done: number }) {
  const { t, i18n } = useTranslation()
  const why = ({ code, message, number }: BulkLine) => {
    if (i18n.exists(`inventory.refused.${code}`)) return t(`inventory.refused.${code}`)
    // The server's sentence may begin with the number, which stands before it anyway.
    return message?.startsWith(`${number}: `) ? message.slice(`${number}: `.length) : message
  }
  return (
    <Stack gap={6}>
      {done > 0 && <Text size="sm">{t('inventory.bulkDone', { count: done, shown: done })}</Text>}
      <Text size="sm" fw={600}>
        {t('inventory.bulkRefused', { count })}
      </Text>
      <List size="sm" mah={200} style={{ overflowY: 'auto' }} tabIndex={0} aria-label={t('inventory.bulkRefused', { count })}>
        {lines.map((line) => (
          <List.Item key={line.id}>
            <b>{line.number}</b> {why(line)}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
