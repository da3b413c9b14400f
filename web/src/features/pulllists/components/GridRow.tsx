import { memo, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineChange, PullLine } from '../api/pull-lists'
import type { Field, Row } from '../model/rows'
import { type Adding, AddRow } from './AddRow'
import type { Leaving } from './CellEditor'
import { GroupRow } from './GroupRow'
import type { Board, Editing } from './grid'
import { LineRow, PhoneLine } from './LineRow'
import classes from './PullList.module.css'

/** What a row does to the list around it. */
export type Hands = {
  activate: (key: string) => void
  extend: (index: number) => void
  toggle: (lineId: string) => void
  edit: (index: number, field: Field) => void
  finish: (line: PullLine, patch: LineChange | null, how: Leaving) => void
  cancel: (back: boolean) => void
  openAdd: (groupId: string | null) => void
  fold: (groupId: string, folded: boolean) => void
  grip: (line: PullLine, event: PointerEvent) => void
}

type Props = {
  id: string
  board: Board
  hands: Hands
  row: Row
  index: number
  top: number
  height: number
  active: boolean
  last: boolean
  selected: boolean
  fresh: boolean
  dragged: boolean
  editing: Editing | null
  /** The open field that adds to this group. */
  adding: Adding | null
}

/** One row of the list, whatever stands on it. While one scrolls it is not drawn again. */
export const GridRow = memo(function GridRow(props: Props) {
  const { board, hands, row, index } = props
  const { editable, phone } = board
  const line = row.type === 'line' ? row.line : undefined
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={line && editable ? props.selected : undefined}
      data-kind={row.type}
      data-active={props.active || undefined}
      data-fresh={props.fresh || undefined}
      data-dragged={props.dragged || undefined}
      className={`${classes.row} ${classes.line} ${line?.accessoryOf ? classes.along : ''}`}
      style={{
        height: props.height,
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: line && !phone ? board.template : '100%',
      }}
      onClick={(event) => {
        hands.activate(row.key)
        if (!line || !editable || (event.target as HTMLElement).closest('button, input, a')) return
        if (event.shiftKey) hands.extend(index)
        else if (event.ctrlKey || event.metaKey) hands.toggle(line.id)
      }}
      onDoubleClick={(event) => {
        if (line && !phone && !(event.target as HTMLElement).closest('button, input')) board.ask({ what: 'details', line })
      }}
    >
      {row.type === 'group' && <GroupRow board={board} row={row} onFold={() => hands.fold(row.groupId, !row.folded)} />}
      {row.type === 'add' && <More {...props} groupId={row.groupId} />}
      {line &&
        (phone ? (
          <PhoneLine board={board} line={line} />
        ) : (
          <LineRow
            board={board}
            line={line}
            editing={props.editing}
            onEdit={(field) => hands.edit(index, field)}
            onDone={(patch, how) => hands.finish(line, patch, how)}
            onCancel={hands.cancel}
            onGrip={(event) => hands.grip(line, event)}
          />
        ))}
    </div>
  )
})

function More({ board, hands, adding, last, groupId }: Props & { groupId: string | null }) {
  const { t } = useTranslation()
  const group = board.list.groups.find((one) => one.id === groupId)
  return (
    <div role="gridcell" style={{ height: '100%', display: 'flex', alignItems: 'center' }}>
      <AddRow
        label={group ? t('pulllists.addTo', { group: group.name }) : t('pulllists.addLine')}
        hint={last}
        adding={adding}
        onOpen={() => hands.openAdd(groupId)}
      />
    </div>
  )
}
