import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'
import { pathOf } from './path'

const input = z.object({ locationId: z.string().min(1), note: z.string().max(500).nullable() })
type Input = z.infer<typeof input>

/** Asks where to. */
export function MoveDialog(props: {
  title: string
  text?: string
  submitLabel?: string
  onClose: () => void
  save: (locationId: string, note: string | null) => Promise<unknown>
  onSaved: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{props.title}</Text>}>
      <ResourceForm<Input, unknown>
        schema={input}
        values={{ locationId: null, note: null } as unknown as Input}
        fieldNames={{ 'action.locationId': 'locationId', 'action.note': 'note' }}
        inDialog
        submitLabel={props.submitLabel ?? t('cases.move')}
        onCancel={props.onClose}
        save={({ locationId, note }) => props.save(locationId, note)}
        onSaved={props.onSaved}
      >
        {props.text && <Text size="sm">{props.text}</Text>}
        <RemoteSelect name="locationId" label={t('cases.to')} endpoint="/locations" optionLabel={pathOf} required />
        <TextAreaField name="note" label={t('cases.note')} rows={1} maxLength={500} />
      </ResourceForm>
    </Modal>
  )
}
