import { Button, Group, Stack } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import type { Page } from '@/lib/api/client'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import { type Checklist, checklistsQuery, type Task, tick } from '../api/checklists'
import type { Event } from '../api/events'
import { ChecklistCard } from './ChecklistCard'
import { ChecklistDialog, TaskDialog } from './ChecklistDialogs'

/** What must be thought of, who saw to it and when. */
export function ChecklistsTab({ event }: { event: Event }) {
  const { t } = useTranslation()
  const can = useCan()
  const me = useMe()
  const text = useProblemText()
  const queryClient = useQueryClient()
  const { queryKey } = checklistsQuery(event.id)
  const query = useQuery(checklistsQuery(event.id))
  const [editing, setEditing] = useState<Checklist | 'new'>()
  const [task, setTask] = useState<{ list: Checklist; task: Task }>()
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey })
    await queryClient.invalidateQueries({ queryKey: ['history'] })
  }
  const show = (saved: Checklist) =>
    queryClient.setQueryData<Page<Checklist>>(
      queryKey,
      (old) => old && { ...old, items: old.items.map((one) => (one.id === saved.id ? saved : one)) },
    )
  /** Shows what the server answers, and the truth where it refuses. */
  const run = async (change: () => Promise<Checklist>): Promise<boolean> => {
    try {
      show(await change())
      void queryClient.invalidateQueries({ queryKey: ['history'] })
      return true
    } catch (error) {
      showProblem(text(error))
      await refresh()
      return false
    }
  }
  /** A box is ticked under the finger; the server's word follows. */
  const tickNow = (list: Checklist, task: Task, done: boolean) => {
    const as = done ? { doneAt: new Date().toISOString(), doneByName: me.name } : { doneAt: null, doneByName: null }
    // What is on its way was read before.
    void queryClient.cancelQueries({ queryKey })
    show({ ...list, items: list.items.map((one) => (one.id === task.id ? { ...one, ...as } : one)) })
    void run(() => tick(list, task, done))
  }
  const editable = can('EVENT_EDIT')
  const add = editable && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {t('events.addChecklist')}
    </Button>
  )
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Stack gap="md">
          {items.length === 0 ? (
            <EmptyState icon={IconChecklist} title={t('events.noChecklists')} text={t('events.noChecklistsText')}>
              {add}
            </EmptyState>
          ) : (
            <>
              <Group justify="flex-end">{add}</Group>
              {items.map((list) => (
                <ChecklistCard
                  key={list.id}
                  list={list}
                  timeZone={event.timeZone}
                  editable={editable}
                  run={run}
                  tick={(one, done) => tickNow(list, one, done)}
                  onEdit={() => setEditing(list)}
                  onTask={(one) => setTask({ list, task: one })}
                  onRemoved={refresh}
                />
              ))}
            </>
          )}
          {editing && (
            <ChecklistDialog
              event={event}
              list={editing === 'new' ? undefined : editing}
              onClose={() => setEditing(undefined)}
              onChanged={refresh}
            />
          )}
          {task && <TaskDialog {...task} timeZone={event.timeZone} onClose={() => setTask(undefined)} onChanged={refresh} />}
        </Stack>
      )}
    </QueryState>
  )
}
