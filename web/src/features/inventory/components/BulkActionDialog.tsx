import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '@/components/grid/types'
import { JobProgress } from '@/components/JobProgress'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { api } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { assetActions } from '../api/inventory'
import { ActionForm } from './ActionForm'

type BulkAnswer = { done: number; undo: string | null; job: string | null }
const types = { moves: 'MOVE', retirement: 'RETIRE' } as const

/** The same done with many assets: at once, or as a background job where they are very many. */
export function BulkActionDialog({
  action,
  selection,
  onClose,
}: {
  action: keyof typeof types
  selection: Selection
  onClose: () => void
}) {
  const { t } = useTranslation()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const [jobId, setJobId] = useState<string>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['assets'] })
  const done = (result: Partial<BulkAnswer>) => {
    selection.clear()
    void refresh()
    const message = t('inventory.bulkDone', { count: result.done ?? selection.count })
    if (result.undo) {
      showUndo(message, async () => {
        try {
          await api.post(`/assets/bulk/${result.undo}/undo`)
          await refresh()
        } catch (error) {
          showProblem(text(error))
        }
      })
    } else showDone(message)
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{t(`inventory.bulkTitles.${action}`, { count: selection.count })}</Text>}
    >
      {jobId ? (
        <JobProgress jobId={jobId} onDone={(job) => done((job.result ?? {}) as Partial<BulkAnswer>)} />
      ) : (
        <ActionForm
          fields={assetActions[action]!.fields}
          submitLabel={t(`inventory.actions.${action}`)}
          onCancel={onClose}
          save={async (body) =>
            api.post<BulkAnswer>('/assets/bulk', {
              ids: await selection.loadIds(),
              action: { type: types[action], ...body },
              mode: 'ALL',
            })
          }
          onSaved={(result) => {
            const answer = result as BulkAnswer
            if (answer.job) setJobId(answer.job)
            else done(answer)
          }}
        />
      )}
    </Modal>
  )
}
