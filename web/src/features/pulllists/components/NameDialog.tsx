import { Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RemoteSelect, TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { createList, type ListValues, type PullList } from '@/lib/pull-lists'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import type { Actions } from './useActions'

const schema = z.object({
  name: z.string().trim().min(1).max(100),
  note: z.string().max(5_000).nullable(),
  warehouseId: z.string().nullable(),
})

/** What a list is called; a new one is opened. */
export function NameDialog(props: { list: PullList; actions: Actions; fresh: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { list, fresh, actions, onClose } = props
  const save = async (values: ListValues, changed: Partial<ListValues>) => {
    if (!fresh) {
      await actions.rename(changed)
      return onClose()
    }
    const made = await createList(list.eventId, values)
    await queryClient.invalidateQueries({ queryKey: ['pull-lists', 'of', list.eventId] })
    onClose()
    await navigate({ href: `/events/${list.eventId}/lists/${made.id}` })
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t(fresh ? 'pulllists.newList' : 'pulllists.rename')}</Text>}>
      <ResourceForm<ListValues, void>
        schema={schema}
        values={{
          name: fresh ? '' : list.name,
          note: fresh ? null : list.note,
          warehouseId: list.warehouseId,
        }}
        save={(values, { changed }) => save(values, changed)}
        inDialog
        onCancel={onClose}
        submitLabel={fresh ? t('pulllists.newList') : undefined}
      >
        <TextField
          name="name"
          label={t('pulllists.name')}
          placeholder={t('pulllists.nameHint')}
          required
          autoFocus
          maxLength={100}
        />
        {can('LOCATION_READ') && (
          <RemoteSelect
            name="warehouseId"
            label={t('pulllists.warehouse')}
            description={t('pulllists.warehouseHint')}
            endpoint="/locations"
            query={{ kind: 'WAREHOUSE', sort: 'name' }}
            chosenLabel={list.warehouseId ? (list.takenFromName ?? undefined) : undefined}
          />
        )}
        <TextAreaField name="note" label={t('pulllists.listNote')} rows={2} maxLength={5_000} />
      </ResourceForm>
    </Modal>
  )
}
