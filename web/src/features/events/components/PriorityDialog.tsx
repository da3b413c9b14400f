import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SelectField, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { showDone } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { z } from '@/lib/validation'
import { touchedByEvents } from '../api/events'
import { type EventShortage, prioritise } from '../api/stock'
import { holdersOf } from '../model/shortages'

const input = z.object({ before: z.string().min(1), reason: z.string().trim().min(1).max(1_000) })

/** One event is put before another that holds what it lacks; the other's planner is told. */
export function PriorityDialog({ lacking, onClose }: { lacking: readonly EventShortage[]; onClose: () => void }) {
  const { t } = useTranslation()
  const refresh = useRefresh([...touchedByEvents, 'availability'])
  const [first] = lacking
  if (!first) return null
  const holders = holdersOf(lacking)
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('events.shortages.putFirst', { name: first.name })}</Text>}>
      <ResourceForm<{ before: string; reason: string }, void>
        schema={input}
        values={{ before: holders.length === 1 ? holders[0]!.value : '', reason: '' }}
        inDialog
        submitLabel={t('events.shortages.putFirstDo')}
        onCancel={onClose}
        save={(values) => prioritise(first.eventId, values)}
        onSaved={async () => {
          await refresh()
          showDone(t('events.shortages.putFirstDone'))
          onClose()
        }}
      >
        <SelectField
          name="before"
          label={t('events.shortages.before')}
          description={t('events.shortages.beforeHint')}
          data={holders}
          required
        />
        <TextAreaField name="reason" label={t('events.shortages.reason')} required />
      </ResourceForm>
    </Modal>
  )
}
