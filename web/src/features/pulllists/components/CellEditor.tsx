import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import classes from './PullList.module.css'

export type Leaving = 'enter' | 'next' | 'back' | 'blur'

/** One value edited where it stands: Enter and Tab keep it, Escape gives up, what makes no sense stays until it does. */
export function CellEditor(props: {
  label: string
  initial: string
  /** The first key somebody pressed on the line, in the place of what was there. */
  instead?: string
  end?: boolean
  numeric?: boolean
  maxLength?: number
  valid: (text: string) => boolean
  onDone: (text: string, how: Leaving) => void
  onCancel: (back: boolean) => void
}) {
  const [text, setText] = useState(props.instead ?? props.initial)
  const [wrong, setWrong] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    if (props.instead === undefined) input.current?.select()
  }, [])
  const leave = (how: Leaving) => {
    if (left.current) return
    if (!props.valid(text)) {
      if (how !== 'blur') return setWrong(true)
      left.current = true
      return props.onCancel(false)
    }
    left.current = true
    props.onDone(text, how)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      leave('enter')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      leave(event.shiftKey ? 'back' : 'next')
    } else if (event.key === 'Escape') {
      event.preventDefault()
      left.current = true
      props.onCancel(true)
    }
  }
  return (
    <input
      ref={input}
      className={classes.input}
      style={props.end ? { textAlign: 'right' } : undefined}
      aria-label={props.label}
      aria-invalid={wrong || undefined}
      inputMode={props.numeric ? 'decimal' : undefined}
      autoComplete="off"
      maxLength={props.maxLength}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setWrong(false)
      }}
      onKeyDown={onKeyDown}
      onBlur={() => leave('blur')}
    />
  )
}
