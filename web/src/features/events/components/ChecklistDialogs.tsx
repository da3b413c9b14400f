import { Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField, TextField } from '@/components/form/fields'
import { MomentField } from '@/components/form/MomentField'
import { ResourceForm } from '@/components/form/ResourceForm'
import { api, type Page } from '@/lib/api/client'
import { z } from '@/lib/validation'
import { instantOf, wallOf } from '@/lib/wall'
import { type Checklist, changeChecklist, createChecklist, itemsOf, type Task } from '../api/checklists'
import type { Event } from '../api/events'

const listInput = z.object({ name: z.string().trim().min(1).max(100), tasks: z.string().max(50_000).nullable() })
type ListInput = { name: string; tasks: string | null }

/** A new checklist with its tasks line by line, or another name for one. */
export function ChecklistDialog(props: {
  event: Event
  list?: Checklist
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { event } = props
  /** As it was read last: whoever saves again after somebody else keeps what that one did to the tasks. */
  const [list, setList] = useState(props.list)
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={<Text fw={650}>{t(list ? 'events.renameChecklist' : 'events.addChecklist')}</Text>}
    >
      <ResourceForm<ListInput, Checklist>
        schema={listInput}
        values={{ name: list?.name ?? '', tasks: null }}
        version={list?.version}
        inDialog
        fieldNames={{ items: 'tasks' }}
        submitLabel={list ? undefined : t('events.addChecklist')}
        onCancel={props.onClose}
        save={({ name, tasks }) => {
          if (list) return changeChecklist(list, { name, items: itemsOf(list) })
          const lines = (tasks ?? '').split('\n').flatMap((line) => line.trim() || [])
          return createChecklist(event.id, { name, items: lines.map((text) => ({ id: null, text, dueAt: null })) })
        }}
        reload={
          list &&
          (async () => {
            const { items } = await api.get<Page<Checklist>>(`/events/${event.id}/checklists`)
            const fresh = items.find((one) => one.id === list.id) ?? list
            setList(fresh)
            return { values: { name: fresh.name, tasks: null }, version: fresh.version }
          })
        }
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <TextField
          name="name"
          label={t('events.name')}
          placeholder={t('events.checklistExample')}
          required
          autoFocus
          maxLength={100}
        />
        {!list && <TextAreaField name="tasks" label={t('events.tasks')} description={t('events.tasksHint')} rows={5} />}
      </ResourceForm>
    </Modal>
  )
}

const taskInput = z.object({ text: z.string().trim().min(1).max(500), due: z.string().nullable() })
type TaskInput = { text: string; due: string | null }

/** What is to be done, and until when. */
export function TaskDialog(props: {
  list: Checklist
  task: Task
  timeZone: string
  onClose: () => void
  onChanged: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { task, timeZone } = props
  const listPath = `/events/${props.list.eventId}/checklists`
  const valuesOf = (one: Task): TaskInput => ({ text: one.text, due: one.dueAt && wallOf(one.dueAt, timeZone) })
  /** As it stands now: others tick and add meanwhile, and this concerns one line only. */
  const fresh = async () => (await api.get<Page<Checklist>>(listPath)).items.find((one) => one.id === props.list.id) ?? props.list
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t('events.editTask')}</Text>}>
      <ResourceForm<TaskInput, Checklist>
        schema={taskInput}
        values={valuesOf(task)}
        inDialog
        onCancel={props.onClose}
        save={async ({ text, due }) => {
          const list = await fresh()
          const dueAt = due ? instantOf(due.slice(0, 16), timeZone) : null
          const items = itemsOf(list).map((one) => (one.id === task.id ? { ...one, text, dueAt } : one))
          return changeChecklist(list, { name: list.name, items })
        }}
        onSaved={async () => {
          await props.onChanged()
          props.onClose()
        }}
      >
        <TextField name="text" label={t('events.task')} required autoFocus maxLength={500} />
        <MomentField name="due" label={t('events.dueAt')} />
      </ResourceForm>
    </Modal>
  )
}
