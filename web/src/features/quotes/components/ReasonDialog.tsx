import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { z } from '@/lib/validation'

const input = z.object({ reason: z.string().trim().min(1).max(1_000) })
type Input = z.infer<typeof input>

/** Asks why: it was refused or declined. */
export function ReasonDialog(props: {
  title: string
  action: string
  save: (values: Input) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{props.title}</Text>}>
      <ResourceForm<Input, unknown>
        schema={input}
        values={{ reason: '' }}
        inDialog
        submitLabel={props.action}
        onCancel={props.onClose}
        save={props.save}
        onSaved={props.onSaved}
      >
        <TextAreaField name="reason" label={t('quotes.reason')} rows={3} maxLength={1_000} required />
      </ResourceForm>
    </Modal>
  )
}
