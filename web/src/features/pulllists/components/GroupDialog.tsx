import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import type { PullGroup } from '@/lib/pull-lists'
import { z } from '@/lib/validation'
import type { EventOfList } from '../api/pull-lists'
import { inherited } from '../model/times'
import { type TimesValues, timesOf, timesValues } from '../model/times-form'
import { TimesFields, timesNames, timesSchema } from './TimesFields'
import type { Actions } from './useActions'

const schema = z.object({ name: z.string().trim().min(1).max(100), note: z.string().max(1_000).nullable(), ...timesSchema })
type Values = TimesValues & { name: string; note: string | null }

/** A part of the list: what it is called, and when it is needed if that differs. */
export function GroupDialog(props: {
  group: PullGroup | undefined
  actions: Actions
  event: EventOfList | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { group, actions, event, onClose } = props
  const zone = event?.timeZone ?? 'UTC'
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{t(group ? 'pulllists.editGroup' : 'pulllists.newGroup')}</Text>}
    >
      <ResourceForm<Values, unknown>
        schema={schema}
        values={{ name: group?.name ?? '', note: group?.note ?? null, ...timesValues(group?.times ?? inherited, zone) }}
        fieldNames={timesNames}
        save={({ name, note, ...times }) => {
          const form = { name, note, times: timesOf(times, zone) }
          return group ? actions.changeGroup(group.id, form, group.name) : actions.addGroup(form)
        }}
        onSaved={onClose}
        inDialog
        onCancel={onClose}
        submitLabel={group ? undefined : t('pulllists.newGroup')}
      >
        <TextField
          name="name"
          label={t('pulllists.name')}
          placeholder={t('pulllists.groupNameHint')}
          required
          autoFocus
          maxLength={100}
        />
        <TextAreaField name="note" label={t('pulllists.groupNote')} rows={2} maxLength={1_000} />
        <TimesFields above={event && { ...event.occupancy, from: event.from, to: event.to }} zone={zone} />
      </ResourceForm>
    </Modal>
  )
}
