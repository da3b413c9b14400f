import { ActionIcon, Button, Checkbox, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconDeviceFloppy, IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { api, type Page } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import type { Layout } from './useColumns'
import type { GridState } from './useGridState'

export type ViewState = GridState & { layout?: Layout }
type View = { id: string; list: string; name: string; query: ViewState; shared: boolean; own?: boolean }

/** Filters, order and columns under a name: one's own, and those shared by others. */
export function SavedViews({ list, current, onOpen }: { list: string; current: ViewState; onOpen: (state: ViewState) => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const can = useCan()
  const queryClient = useQueryClient()
  const key = ['views', list]
  const views = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Page<View>>('/views', { query: { list }, signal }),
    staleTime: 120_000,
  })
  const [editing, setEditing] = useState<{ view?: View; name: string; shared: boolean } | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: key })
  const open = (view: View) => {
    const state = view.query ?? {}
    onOpen({ q: state.q ?? '', sort: state.sort ?? current.sort, filters: state.filters ?? {}, layout: state.layout })
  }
  const save = async () => {
    if (!editing) return
    const body = { list, name: editing.name.trim(), shared: editing.shared, query: editing.view?.query ?? current }
    try {
      if (editing.view) await api.patch(`/views/${editing.view.id}`, body)
      else await api.post('/views', body)
      await refresh()
      setEditing(null)
    } catch (error) {
      setRefusal((isProblem(error) && error.errors[0]?.message) || text(error))
    }
  }
  const act = async (action: () => Promise<unknown>, done: () => void) => {
    try {
      await action()
      await refresh()
      done()
    } catch (error) {
      showProblem(text(error))
    }
  }
  const edit = (view?: View) => {
    setRefusal(undefined)
    setEditing({ view, name: view?.name ?? '', shared: view?.shared ?? false })
  }
  const items = views.data?.items ?? []
  return (
    <>
      <Menu width={290} position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('grid.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {items.length === 0 && <Menu.Label>{t('grid.noViews')}</Menu.Label>}
          {items.map((view) => (
            <Menu.Item
              key={view.id}
              onClick={() => open(view)}
              rightSection={view.shared && <IconUsers size={14} aria-label={t('grid.shared')} />}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => edit()}>
            {t('grid.saveView')}
          </Menu.Item>
          {items.some((view) => view.own !== false) && (
            <Menu.Sub>
              <Menu.Sub.Target>
                <Menu.Sub.Item leftSection={<IconPencil size={16} aria-hidden />}>{t('grid.manageViews')}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                {items
                  .filter((view) => view.own !== false)
                  .map((view) => (
                    <Group key={view.id} gap={2} wrap="nowrap" justify="space-between" pl="xs">
                      <Text size="sm" truncate maw={150}>
                        {view.name}
                      </Text>
                      <Group gap={2} wrap="nowrap">
                        <ActionIcon
                          size={30}
                          variant="subtle"
                          color="gray"
                          aria-label={t('grid.updateView', { name: view.name })}
                          onClick={() =>
                            void act(
                              () =>
                                api.patch(`/views/${view.id}`, { list, name: view.name, shared: view.shared, query: current }),
                              () => showDone(t('grid.viewUpdated', { name: view.name })),
                            )
                          }
                        >
                          <IconDeviceFloppy size={16} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          size={30}
                          variant="subtle"
                          color="gray"
                          aria-label={t('grid.renameView', { name: view.name })}
                          onClick={() => edit(view)}
                        >
                          <IconPencil size={16} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          size={30}
                          variant="subtle"
                          color="gray"
                          aria-label={t('grid.removeView', { name: view.name })}
                          onClick={() =>
                            void act(
                              () => api.delete(`/views/${view.id}`),
                              () =>
                                showUndo(t('grid.viewRemoved', { name: view.name }), () =>
                                  act(
                                    () => api.post('/views', { list, name: view.name, shared: view.shared, query: view.query }),
                                    () => undefined,
                                  ),
                                ),
                            )
                          }
                        >
                          <IconTrash size={16} aria-hidden />
                        </ActionIcon>
                      </Group>
                    </Group>
                  ))}
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing?.view ? t('grid.renameViewTitle') : t('grid.saveView')}
        size="sm"
      >
        {editing && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void save()
            }}
          >
            <Stack>
              <TextInput
                data-autofocus
                label={t('grid.viewName')}
                value={editing.name}
                error={refusal}
                onChange={(event) => setEditing({ ...editing, name: event.currentTarget.value })}
              />
              {can('VIEW_SHARE') && (
                <Checkbox
                  label={t('grid.shareView')}
                  checked={editing.shared}
                  onChange={(event) => setEditing({ ...editing, shared: event.currentTarget.checked })}
                />
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={() => setEditing(null)}>
                  {t('common.cancel')}
                </Button>
                <Button type="submit" disabled={!editing.name.trim()}>
                  {t('common.save')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Modal>
    </>
  )
}
