import { type KeyboardEvent, useEffect, useState } from 'react'
import { useFormat } from '@/lib/format'
import classes from './Quote.module.css'

const read = (text: string): number | null | undefined => {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  const number = Number(plain)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}

/** A number changed where it stands: Enter goes to the next line and keeps it, as leaving does; Escape gives up. */
export function CellInput(props: {
  label: string
  value: number | null
  /** Fields of one column share it, so that Enter and the arrows find the next. */
  column: string
  disabled: boolean
  /** Digits after the point at least, as prices have them. */
  digits?: number
  onDone: (value: number | null) => void
}) {
  const { locale } = useFormat()
  const shown =
    props.value === null
      ? ''
      : new Intl.NumberFormat(locale, {
          useGrouping: false,
          minimumFractionDigits: props.digits ?? 0,
          maximumFractionDigits: Math.max(4, props.digits ?? 0),
        }).format(props.value)
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const value = read(text)
  const keep = () => {
    if (value === undefined) setText(shown)
    else if (value !== props.value) props.onDone(value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey) return
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') setText(shown)
    if (step === 0) return
    event.preventDefault()
    const all = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${props.column}"]`)]
    const next = all[all.indexOf(event.currentTarget) + step]
    if (next) next.focus()
    else if (event.key === 'Enter') event.currentTarget.blur()
  }
  return (
    <input
      className={classes.cell}
      data-column={props.column}
      aria-label={props.label}
      aria-invalid={value === undefined || undefined}
      inputMode="decimal"
      autoComplete="off"
      disabled={props.disabled}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  )
}
