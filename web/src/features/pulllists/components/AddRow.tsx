import { Kbd, Popover, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewLine } from '../api/pull-lists'
import { newLinesQuery, type Offer, offersQuery, type Target } from '../api/suggestions'
import { inOrder } from '../model/offers'
import { looksPasted, readTyped } from '../model/typed'
import { Offers } from './Offers'
import classes from './PullList.module.css'

const lineOf = (offer: Offer, quantity: number): NewLine => {
  switch (offer.kind) {
    case 'PRODUCT':
      return { kind: 'PRODUCT', productId: offer.id, quantity }
    case 'KIT':
      return { kind: 'KIT', kitId: offer.id, quantity }
    // There is one of each.
    case 'CASE':
      return { kind: 'CASE', caseId: offer.id }
    case 'ASSET':
      return { kind: 'ASSET', assetId: offer.id }
  }
}

/** The last choice: the words as they are. */
const AS_TEXT = 'text'

export type Adding = {
  groupName: string | null
  /** Absent where there is no stock to count with. */
  target: Target | undefined
  onList: (offer: Offer) => number
  add: (line: NewLine) => void
  pasted: (text: string) => void
  leave: (back: boolean) => void
}

/** The place below a group where more is added; asked for, it becomes a field. */
export function AddRow(props: { hint: boolean; label: string; onOpen: () => void; adding: Adding | null }) {
  if (props.adding) return <AddField {...props.adding} />
  return (
    <UnstyledButton className={classes.add} onClick={props.onOpen} tabIndex={-1}>
      <IconPlus size={16} aria-hidden />
      {props.label}
      {props.hint && (
        <Kbd size="xs" ml="auto" visibleFrom="sm">
          N
        </Kbd>
      )}
    </UnstyledButton>
  )
}

/** Takes "6 sm58", offers what it may mean with what is free of it, and is ready for the next. */
function AddField(props: Adding) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  /** Of an offer: what is free may change its place. */
  const [picked, setPicked] = useState<string>()
  const [shut, setShut] = useState(false)
  /** Enter was pressed before the answer came. */
  const [eager, setEager] = useState(false)
  const { quantity, text } = readTyped(typed)
  const [asked] = useDebouncedValue(text, 120)
  const found = useQuery({ ...offersQuery(asked), placeholderData: keepPreviousData })
  const fresh = (!found.isPlaceholderData && found.data) || []
  const numbers = useQuery(newLinesQuery(fresh, props.target))
  // Enter takes the first, and which that is depends on what is free.
  const waiting = text !== asked || found.isPlaceholderData || (found.isPending && asked !== '') || numbers.isLoading
  const offers = inOrder((text && found.data) || [], asked, numbers.data, (offer) => quantity + props.onList(offer))
  const open = text !== '' && !shut
  const chosen =
    picked === AS_TEXT
      ? offers.length
      : Math.max(
          0,
          offers.findIndex((offer) => offer.id === picked),
        )
  const point = (index: number) => setPicked(offers[index]?.id ?? AS_TEXT)

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => setPicked(undefined), [asked])

  const take = (index: number) => {
    const offer = offers[index]
    props.add(offer ? lineOf(offer, quantity) : { kind: 'TEXT', text, quantity })
    setTyped('')
    setEager(false)
    setPicked(undefined)
    input.current?.focus()
  }
  useEffect(() => {
    if (eager && !waiting) take(0)
  }, [eager, waiting])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (typed && !shut) {
        setTyped('')
        setEager(false)
      } else props.leave(true)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return props.leave(true)
      const count = offers.length + 1
      point((chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (!text) return
      if (waiting) setEager(true)
      else take(chosen)
    }
  }
  return (
    <div className={classes.adding}>
      <Popover
        opened={open}
        position="bottom-start"
        width="target"
        shadow="md"
        withRoles={false}
        trapFocus={false}
        returnFocus={false}
        closeOnEscape={false}
        middlewares={{ shift: true, flip: true, size: true }}
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <input
            ref={input}
            className={classes.input}
            style={{ maxWidth: 640 }}
            role="combobox"
            aria-haspopup="listbox"
            aria-label={props.groupName ? t('pulllists.addTo', { group: props.groupName }) : t('pulllists.addLine')}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open ? `${id}-${chosen}` : undefined}
            aria-busy={waiting}
            autoComplete="off"
            placeholder={t('pulllists.addPlaceholder')}
            maxLength={500}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setShut(false)
              setEager(false)
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain')
              if (!looksPasted(pasted)) return
              event.preventDefault()
              props.pasted(pasted)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => (typed ? setShut(true) : props.leave(false))}
            onFocus={() => setShut(false)}
          />
        </Popover.Target>
        <Popover.Dropdown p={0} style={{ minWidth: 300 }}>
          <Offers
            id={id}
            offers={offers}
            numbers={numbers.data}
            text={text}
            quantity={quantity}
            waiting={waiting}
            chosen={chosen}
            onList={props.onList}
            onPoint={point}
            onTake={take}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
