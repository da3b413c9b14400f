import { Modal, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useProblemText } from '@/lib/problems'
import { z } from '@/lib/validation'
import { type Deal, moveDeal, type Stage, touched } from '../api/deals'

const lostInput = z.object({ lostReason: z.string().trim().min(1).max(1_000), competitor: z.string().max(200).nullable() })
type Lost = z.infer<typeof lostInput>

/** Takes deals from stage to stage; asks why one is lost. */
export function useMoveDeal(onMoved?: (deal: Deal) => void): {
  move: (deal: Deal, stage: Stage) => Promise<void>
  dialog: ReactNode
} {
  const { t } = useTranslation()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const [lost, setLost] = useState<{ deal: Deal; stage: Stage }>()
  const done = async (deal: Deal, stage: Stage) => {
    await refresh()
    onMoved?.(deal)
    showDone(t('deals.moved', { name: deal.name, stage: stage.name }))
  }
  const move = async (deal: Deal, stage: Stage) => {
    if (stage.state === 'LOST') {
      setLost({ deal, stage })
      return
    }
    try {
      await moveDeal(deal, { stageId: stage.id })
      await done(deal, stage)
    } catch (error) {
      showProblem(text(error))
      await refresh()
    }
  }
  return {
    move,
    dialog: lost && (
      <Modal
        opened
        onClose={() => setLost(undefined)}
        title={<Text fw={650}>{t('deals.lostTitle', { name: lost.deal.name })}</Text>}
      >
        <ResourceForm<Lost, Deal>
          schema={lostInput}
          values={{ lostReason: '', competitor: lost.deal.competitor }}
          inDialog
          submitLabel={t('deals.lose')}
          onCancel={() => setLost(undefined)}
          save={(values) => moveDeal(lost.deal, { stageId: lost.stage.id, ...values })}
          onSaved={async () => {
            setLost(undefined)
            await done(lost.deal, lost.stage)
          }}
        >
          <TextAreaField name="lostReason" label={t('deals.lostReason')} required rows={3} maxLength={1_000} />
          <TextField name="competitor" label={t('deals.competitor')} description={t('deals.competitorHint')} maxLength={200} />
        </ResourceForm>
      </Modal>
    ),
  }
}
