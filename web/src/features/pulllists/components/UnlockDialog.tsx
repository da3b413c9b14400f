import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import type { PullList } from '@/lib/pull-lists'
import { z } from '@/lib/validation'
import type { Actions } from './useActions'

const schema = z.object({ reason: z.string().trim().min(1).max(1_000) })

/** Lets a list change that the warehouse works from; why is told to everybody who opens it. */
export function UnlockDialog({ list, actions, onClose }: { list: PullList; actions: Actions; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('pulllists.unlockTitle', { name: list.name })}</Text>}>
      <Text size="sm" mb="md">
        {t('pulllists.unlockText')}
      </Text>
      <ResourceForm<{ reason: string }, void>
        schema={schema}
        values={{ reason: '' }}
        save={({ reason }) => actions.unlock(reason)}
        onSaved={onClose}
        inDialog
        onCancel={onClose}
        submitLabel={t('pulllists.unlock')}
      >
        <TextAreaField name="reason" label={t('pulllists.reason')} required rows={2} maxLength={1_000} />
      </ResourceForm>
    </Modal>
  )
}
