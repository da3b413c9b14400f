import { IconClock, IconCornerDownRight, IconGripVertical, IconLock, IconPencil } from '@tabler/icons-react'
import type { PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { minorToText, numberToMinor, useFormat } from '@/lib/format'
import { kindIcon } from '@/lib/kinds'
import type { LineChange, PullLine } from '../api/pull-lists'
import { type Field, fieldsOf } from '../model/rows'
import { readAmount, readQuantity } from '../model/typed'
import { CellEditor, type Leaving } from './CellEditor'
import { FreeCell } from './FreeCell'
import type { Board, Editing } from './grid'
import classes from './PullList.module.css'
import { RowMenu } from './RowMenu'

type Props = {
  board: Board
  line: PullLine
  editing: Editing | null
  onEdit: (field: Field) => void
  onDone: (patch: LineChange | null, how: Leaving) => void
  onCancel: (back: boolean) => void
  onGrip: (event: PointerEvent) => void
}

export const patchOf = (line: PullLine, field: Field, text: string, currency: string): LineChange | null => {
  const words = text.trim()
  switch (field) {
    case 'quantity': {
      const quantity = readQuantity(words)
      return quantity === null || quantity === line.quantity ? null : { quantity }
    }
    case 'text':
      return words === '' || words === line.text ? null : { text: words }
    case 'note':
      return words === (line.warehouseNote ?? '') ? null : { warehouseNote: words || null }
    case 'price': {
      const amount = readAmount(words)
      if (amount === undefined) return null
      const price = amount === null ? null : numberToMinor(amount, line.unitPrice?.currency ?? currency)
      return price?.amountMinor === line.unitPrice?.amountMinor ? null : { unitPrice: price }
    }
  }
}
const validIn: Record<Field, (text: string) => boolean> = {
  quantity: (text) => readQuantity(text) !== null,
  text: (text) => text.trim() !== '',
  note: () => true,
  price: (text) => readAmount(text) !== undefined,
}

/** One line on a desk: each value is edited where it stands. */
export function LineRow(props: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { board, line, editing } = props
  const fields = fieldsOf(line)
  const Sign = line.accessoryOf ? IconCornerDownRight : line.kind === 'TEXT' ? IconPencil : kindIcon(line.kind)
  const textOf = (field: Field) => {
    switch (field) {
      case 'quantity':
        return String(line.quantity)
      case 'text':
        return line.text ?? ''
      case 'note':
        return line.warehouseNote ?? ''
      case 'price':
        return line.unitPrice ? minorToText(line.unitPrice).replace('.', format.locale.startsWith('de') ? ',' : '.') : ''
    }
  }
  const editor = (field: Field, end: boolean) => (
    <CellEditor
      key={field}
      label={t('pulllists.editOf', { field: t(`pulllists.columns.${field}`), name: line.name })}
      initial={textOf(field)}
      instead={editing?.instead}
      end={end}
      numeric={field === 'quantity' || field === 'price'}
      maxLength={field === 'note' ? 1000 : field === 'text' ? 500 : 20}
      valid={validIn[field]}
      onDone={(text, how) => props.onDone(patchOf(line, field, text, format.currency), how)}
      onCancel={props.onCancel}
    />
  )
  const cell = (field: Field, shown: ReactNode, end = false, className = '') => {
    const can = board.editable && fields.includes(field)
    if (editing?.field === field)
      return (
        <div role="gridcell" style={{ padding: '0 3px' }}>
          {editor(field, end)}
        </div>
      )
    return (
      <div role="gridcell" className={`${classes.cell} ${end ? classes.end : ''} ${can ? classes.editable : ''} ${className}`}>
        {can ? (
          <div onClick={() => props.onEdit(field)} style={{ overflow: 'hidden', textOverflow: 'ellipsis', minHeight: 28 }}>
            {shown}
          </div>
        ) : (
          shown
        )}
      </div>
    )
  }
  const times = board.timesText(line.times)
  return (
    <>
      <div role="gridcell">
        {board.editable && !line.accessoryOf && (
          <span className={classes.grip} onPointerDown={props.onGrip} title={t('pulllists.drag')}>
            <IconGripVertical size={16} aria-hidden />
          </span>
        )}
      </div>
      {cell('quantity', format.number(line.quantity), true, classes.quantity)}
      {editing?.field === 'text' ? (
        cell('text', line.name)
      ) : (
        <div role="gridcell" className={classes.cell}>
          <span className={classes.what}>
            <Sign size={17} stroke={1.6} aria-hidden />
            <span style={{ minWidth: 0 }}>
              <span className={classes.name} title={line.name}>
                {line.name}
              </span>
              {times && (
                <span className={classes.own} title={times}>
                  <IconClock size={12} aria-hidden />
                  {times}
                </span>
              )}
            </span>
            {line.internalNote && (
              <span title={line.internalNote} role="img" aria-label={t('pulllists.internalNote')}>
                <IconLock size={14} aria-hidden />
              </span>
            )}
          </span>
        </div>
      )}
      <div role="gridcell" className={`${classes.cell} ${classes.dim}`}>
        {line.code}
      </div>
      {board.free !== undefined && (
        <div role="gridcell" className={classes.cell}>
          <FreeCell
            free={board.free.get(line.id)}
            name={line.name}
            onWhy={board.canWhy ? () => board.ask({ what: 'why', line }) : undefined}
          />
        </div>
      )}
      {cell('note', <span className={classes.dim}>{line.warehouseNote}</span>)}
      {cell('price', format.money(line.unitPrice), true)}
      <div role="gridcell">
        <RowMenu board={board} line={line} />
      </div>
    </>
  )
}

/** One line on a phone: tapped, it opens with everything that can be changed. */
export function PhoneLine({ board, line }: { board: Board; line: PullLine }) {
  const format = useFormat()
  const more = [line.code, board.timesText(line.times), line.warehouseNote].filter(Boolean).join(' · ')
  return (
    <div role="gridcell" style={{ height: '100%' }}>
      <button
        type="button"
        className={classes.phoneline}
        style={{ border: 0, background: 'none', font: 'inherit', color: 'inherit' }}
        onClick={() => board.ask({ what: 'details', line })}
      >
        <span className={classes.quantity}>{format.number(line.quantity)}</span>
        <span style={{ minWidth: 0 }} className={line.accessoryOf ? classes.along : undefined}>
          <span className={classes.what}>
            {line.accessoryOf && <IconCornerDownRight size={16} aria-hidden />}
            <span className={classes.name}>{line.name}</span>
          </span>
          {more && <span className={classes.phonemeta}>{more}</span>}
        </span>
        {board.free && <FreeCell free={board.free.get(line.id)} name={line.name} />}
      </button>
    </div>
  )
}
