import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconClock,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Row } from '../model/rows'
import type { Board } from './grid'
import classes from './PullList.module.css'
import { useSums } from './Sums'

type GroupOf = Extract<Row, { type: 'group' }>

/** The name of a part of the list with what it comes to; its menu changes the part itself. */
export function GroupRow({ board, row, onFold }: { board: Board; row: GroupOf; onFold: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sums = useSums(board.totals.get(row.groupId))
  const times = board.timesText(row.group.times)
  const { name } = row.group
  return (
    <div role="gridcell" className={classes.group}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        tabIndex={-1}
        aria-expanded={!row.folded}
        aria-label={t(row.folded ? 'pulllists.unfold' : 'pulllists.fold', { group: name })}
        onClick={onFold}
      >
        {row.folded ? <IconChevronRight size={17} aria-hidden /> : <IconChevronDown size={17} aria-hidden />}
      </ActionIcon>
      <span className={classes.groupname}>{name}</span>
      <span className={classes.dim}>{format.number(row.lines)}</span>
      {times && (
        <span className={classes.dim} style={{ whiteSpace: 'nowrap' }}>
          <IconClock size={14} aria-hidden style={{ verticalAlign: -2, marginRight: 4 }} />
          {times}
        </span>
      )}
      {row.group.note && !board.phone && (
        <span className={`${classes.dim} ${classes.cell}`} title={row.group.note}>
          {row.group.note}
        </span>
      )}
      <span className={classes.sums}>
        {sums
          .filter((one) => one.inGroup)
          .map((one) => (
            <span key={one.id} title={one.unknown}>
              {one.label} <b>{one.value}</b>
            </span>
          ))}
      </span>
      {board.editable ? <GroupMenu board={board} row={row} /> : !board.phone && <span style={{ width: 32 }} />}
    </div>
  )
}

function GroupMenu({ board, row }: { board: Board; row: GroupOf }) {
  const { t } = useTranslation()
  const { groups } = board.list
  const at = groups.findIndex((one) => one.id === row.groupId)
  const icon = { size: 16, 'aria-hidden': true }
  return (
    <Menu width={230} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          tabIndex={-1}
          aria-label={t('pulllists.actionsOf', { name: row.group.name })}
        >
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => board.ask({ what: 'group', groupId: row.groupId })}>
          {t('pulllists.editGroup')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={at <= 0}
          onClick={() => void board.actions.moveGroup(row.groupId, groups[at - 1]!.id)}
        >
          {t('pulllists.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={at >= groups.length - 1}
          onClick={() => void board.actions.moveGroup(row.groupId, groups[at + 2]?.id ?? null)}
        >
          {t('pulllists.moveDown')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash {...icon} />}
          color="var(--mantine-color-error)"
          onClick={() => board.removeGroup(row.group)}
        >
          {t('pulllists.removeGroup')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
