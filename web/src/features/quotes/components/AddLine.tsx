import { Popover, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LineInput, numbersQuery, type Offer, offersQuery, type Stock } from '../api/quotes'
import classes from './Quote.module.css'

const typed = /^\s*(\d+(?:[.,]\d+)?)\s*(?:x|×)?\s+(.*)$/i

/** Takes "6 sm58", offers what it may mean with what is free of it, and is ready for the next. The last choice is the words as they are. */
export function AddLine(props: { label: string; stock: Stock | undefined; onAdd: (line: LineInput) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [value, setValue] = useState('')
  const [at, setAt] = useState(0)
  /** Enter was pressed before the answer came. */
  const [eager, setEager] = useState(false)
  const parts = typed.exec(value)
  const quantity = parts ? Number(parts[1]!.replace(',', '.')) : 1
  const text = (parts ? parts[2]! : value).trim()
  const [asked] = useDebouncedValue(text, 120)
  const found = useQuery({ ...offersQuery(asked), placeholderData: keepPreviousData })
  const offers = (text && found.data) || []
  const numbers = useQuery(numbersQuery(offers, props.stock))
  const waiting = text !== asked || found.isPlaceholderData || (found.isPending && asked !== '')
  const take = (offer: Offer | undefined, pointed = false) => {
    if (!text) return
    if (waiting && !pointed) return setEager(true)
    props.onAdd(
      offer
        ? offer.kind === 'KIT'
          ? { kind: 'KIT', kitId: offer.id, quantity }
          : { kind: 'PRODUCT', productId: offer.id, quantity }
        : { kind: 'TEXT', name: text, quantity },
    )
    setValue('')
    setAt(0)
    setEager(false)
  }
  useEffect(() => {
    if (eager && !waiting) take(offers[0])
  }, [eager, waiting])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((now) => (now + step + offers.length + 1) % (offers.length + 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(offers[at])
    } else if (event.key === 'Escape') setValue('')
  }
  return (
    <Popover
      opened={text !== ''}
      position="bottom-start"
      width="target"
      shadow="md"
      withRoles={false}
      trapFocus={false}
      returnFocus={false}
    >
      <Popover.Target>
        <input
          className={classes.add}
          role="combobox"
          aria-label={props.label}
          aria-expanded={text !== ''}
          aria-controls={text ? id : undefined}
          aria-activedescendant={text ? `${id}-${Math.min(at, offers.length)}` : undefined}
          aria-autocomplete="list"
          aria-busy={waiting}
          autoComplete="off"
          maxLength={300}
          placeholder={t('quotes.addPlaceholder')}
          value={value}
          onChange={(event) => {
            setValue(event.currentTarget.value)
            setAt(0)
            setEager(false)
          }}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} style={{ minWidth: 280 }}>
        <div id={id} role="listbox" aria-label={props.label}>
          {[...offers, undefined].map((offer, index) => {
            const free = offer && numbers.data?.get(offer.id)
            return (
              <div
                key={offer?.id ?? 'text'}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === Math.min(at, offers.length)}
                className={classes.offer}
                onMouseEnter={() => setAt(index)}
                onMouseDown={(event) => {
                  event.preventDefault()
                  take(offer, true)
                }}
              >
                <Text size="sm" truncate>
                  {offer ? [offer.name, offer.code].filter(Boolean).join(' · ') : t('quotes.asWords', { text })}
                </Text>
                {free && (
                  <Text size="sm" c={free.firm < quantity ? 'var(--mantine-color-error)' : 'dimmed'} flex="none">
                    {t('quotes.free', { firm: free.firm, worst: free.worst })}
                  </Text>
                )}
              </div>
            )
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
