import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api } from '@/lib/api/client'
import { changeList, createList, type PullList } from '@/lib/pull-lists'
import { type ListInput, listInput } from '../api/pull-lists'

/** A pull list's name and note. */
export function PullListDialog(props: {
  eventId: string
  list?: PullList
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { list } = props
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t(list ? 'events.renameList' : 'events.addList')}</Text>}>
      <ResourceForm<ListInput, PullList>
        schema={listInput}
        values={{ name: list?.name ?? '', note: list?.note ?? null }}
        version={list?.version}
        inDialog
        submitLabel={list ? undefined : t('events.addList')}
        onCancel={props.onClose}
        save={(values, { changed, version }) =>
          list ? changeList(list.id, changed, { version }) : createList(props.eventId, values)
        }
        reload={
          list &&
          (async () => {
            const fresh = await api.get<PullList>(`/pull-lists/${list.id}`)
            return { values: { name: fresh.name, note: fresh.note }, version: fresh.version }
          })
        }
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <TextField
          name="name"
          label={t('events.listName')}
          placeholder={t('events.listExample')}
          required
          autoFocus
          maxLength={100}
        />
        <TextAreaField name="note" label={t('events.note')} rows={2} maxLength={5000} />
      </ResourceForm>
    </Modal>
  )
}
