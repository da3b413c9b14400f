import { Button, Menu } from '@mantine/core'
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconLayoutDashboard,
  IconPencil,
  IconPlus,
  IconShare,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { useRefresh } from '@/components/useRefresh'
import { useCan } from '@/lib/session'
import { type BoardName, changeBoard, createBoard, removeBoard, type Shown, type Widget } from '../api/boards'
import { copied } from '../model/arrange'
import type { Asked } from './BoardDialogs'
import { freeName } from './useArrange'

const touched = ['home'] as const

/** Which board is shown, and everything one can do to boards. */
export function BoardMenu({
  shown,
  widgets,
  open,
  ask,
}: {
  shown: Shown
  widgets: Widget[]
  /** Shows another one; none: the first there is. */
  open: (id: string | undefined) => void
  ask: (asked: Asked) => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const refresh = useRefresh(touched)
  const { board, boards } = shown
  const own = boards.filter((one) => one.own)
  const others = boards.filter((one) => !one.own)
  const names = own.map((one) => one.name)
  const make = (title: string, name: string, from: Widget[]) =>
    ask({
      what: 'name',
      title,
      action: t('home.board.make'),
      name: freeName(name, names),
      save: async (given) => {
        const made = await createBoard(given, from)
        await refresh()
        open(made.id)
      },
    })
  const line = (one: BoardName) => (
    <Menu.Item
      key={one.id}
      leftSection={<IconCheck size={16} aria-hidden style={{ opacity: one.id === board?.id ? 1 : 0 }} />}
      aria-current={one.id === board?.id || undefined}
      onClick={() => open(one.id)}
    >
      {one.own ? one.name : t('home.board.of', { name: one.name, owner: one.ownerName })}
    </Menu.Item>
  )
  return (
    <Menu width={280}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconLayoutDashboard size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('home.board.boards', { name: board?.name ?? t('home.board.standard') })}
        >
          {board?.name ?? t('home.board.standard')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {own.length > 0 && <Menu.Label>{t('home.board.own')}</Menu.Label>}
        {own.map(line)}
        {others.length > 0 && <Menu.Label>{t('home.board.shared')}</Menu.Label>}
        {others.map(line)}
        {boards.length > 0 && <Menu.Divider />}
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => make(t('home.board.newTitle'), t('home.board.first'), [])}
        >
          {t('home.board.new')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => make(t('home.board.copyTitle'), board?.name ?? t('home.board.first'), copied(widgets))}
        >
          {t(board && !board.own ? 'home.board.takeOver' : 'home.board.copy')}
        </Menu.Item>
        {board?.own && (
          <>
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() =>
                ask({
                  what: 'name',
                  title: t('home.board.renameTitle'),
                  action: t('common.save'),
                  name: board.name,
                  save: async (name) => {
                    await changeBoard(board, { name })
                    await refresh()
                  },
                })
              }
            >
              {t('home.board.rename')}
            </Menu.Item>
            {can('VIEW_SHARE') && (
              <Menu.Item
                leftSection={<IconShare size={16} aria-hidden />}
                onClick={() => ask({ what: 'share', board, saved: refresh })}
              >
                {t('home.board.share')}
              </Menu.Item>
            )}
            <Menu.Item
              color="bad"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() =>
                confirm({
                  title: t('home.board.removeTitle', { name: board.name }),
                  text: t('home.board.removeText'),
                  action: t('home.board.remove'),
                  danger: true,
                  run: async () => {
                    await removeBoard(board)
                    open(undefined)
                    await refresh()
                  },
                })
              }
            >
              {t('home.board.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
