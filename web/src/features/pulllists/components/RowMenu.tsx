import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowsSplit2,
  IconArrowUp,
  IconDots,
  IconFolderShare,
  IconHelp,
  IconListDetails,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PullLine } from '../api/pull-lists'
import { stepOf } from '../model/order'
import type { Board } from './grid'
import classes from './PullList.module.css'

/** What one can do with a line. Made when it is first asked for: there are many lines. */
export function RowMenu({ board, line }: { board: Board; line: PullLine }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={classes.dots}
      aria-label={t('pulllists.actionsOf', { name: line.name })}
      onClick={asked ? undefined : () => setAsked(true)}
    >
      <IconDots size={17} aria-hidden />
    </button>
  )
  if (!asked) return button
  const { actions, ask } = board
  const up = stepOf(board.lines, board.list.groups, line.id, 'up')
  const down = stepOf(board.lines, board.list.groups, line.id, 'down')
  const icon = { size: 16, 'aria-hidden': true }
  return (
    <Menu width={230} defaultOpened onClose={() => setAsked(false)} withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconListDetails {...icon} />} onClick={() => ask({ what: 'details', line })}>
          {t('pulllists.details')}
        </Menu.Item>
        {board.canWhy && board.free?.has(line.id) && (
          <Menu.Item leftSection={<IconHelp {...icon} />} onClick={() => ask({ what: 'why', line })}>
            {t('pulllists.why')}
          </Menu.Item>
        )}
        {board.editable && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={!up} onClick={() => up && actions.move(up)}>
              {t('pulllists.moveUp')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowDown {...icon} />} disabled={!down} onClick={() => down && actions.move(down)}>
              {t('pulllists.moveDown')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFolderShare {...icon} />}
              disabled={board.list.groups.length === 0}
              onClick={() => ask({ what: 'move', ids: new Set([line.id]) })}
            >
              {t('pulllists.moveToGroup')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowsSplit2 {...icon} />}
              disabled={line.quantity < 2}
              onClick={() => ask({ what: 'split', line })}
            >
              {t('pulllists.splitLine')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              color="var(--mantine-color-error)"
              onClick={() => void actions.remove(new Set([line.id]))}
            >
              {t('pulllists.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
