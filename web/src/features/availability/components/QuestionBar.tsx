import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instantOf, wallOf } from '@/lib/wall'
import { beginningAt, choiceOf, choices, isTooLong, spanOf } from '../model/period'
import classes from './Availability.module.css'
import type { Asking } from './useQuestion'

/** Where and when: the warehouse, both ends of the period on the company's clocks, and the periods asked about most. */
export function QuestionBar({ asking, children }: { asking: Asking; children?: ReactNode }) {
  const { t } = useTranslation()
  const { span, zone, now, setSpan, warehouse, setWarehouse, warehouses } = asking
  const chosen = choiceOf(span, now, zone)
  return (
    <div className={classes.bar} role="group" aria-label={t('availability.question')}>
      <div className={classes.warehouse}>
        <Select
          label={t('availability.warehouse')}
          data={(warehouses.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          value={warehouse?.id ?? null}
          onChange={(id) => id && setWarehouse(id)}
          allowDeselect={false}
          searchable={(warehouses.data?.items.length ?? 0) > 8}
        />
      </div>
      <MomentInput
        label={t('availability.from')}
        value={span.from}
        zone={zone}
        onChange={(from) => setSpan(beginningAt(span, from))}
      />
      <MomentInput
        label={t('availability.to')}
        value={span.to}
        zone={zone}
        after={span.from}
        onChange={(to) => setSpan({ ...span, to })}
      />
      <div className={classes.choices}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="xs"
            h={36}
            px="sm"
            variant={chosen === choice ? 'light' : 'default'}
            aria-pressed={chosen === choice}
            onClick={() => setSpan(spanOf(choice, now, zone))}
          >
            {t(`availability.choices.${choice}`)}
          </Button>
        ))}
      </div>
      {children}
    </div>
  )
}

const earliest = '1990-01-01T00:00'

/** Date and time by the browser's own field. What is half typed is not asked; what makes no sense says so. */
export function MomentInput(props: {
  label: string
  description?: string
  value: string | null
  zone: string
  /** It has to come after this. */
  after?: string
  onChange: (instant: string) => void
}) {
  const { t } = useTranslation()
  const { value, zone, after } = props
  const shown = value ? wallOf(value, zone) : ''
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const read = (typed: string) => (typed >= earliest ? instantOf(typed, zone) : null)
  const objection = (instant: string | null) => {
    if (!instant || !after) return undefined
    if (Date.parse(instant) <= Date.parse(after)) return t('availability.endsFirst')
    return isTooLong(after, instant) ? t('availability.tooLong') : undefined
  }
  const send = (typed: string) => {
    const next = read(typed)
    if (next && next !== value && typed !== shown && !objection(next)) props.onChange(next)
  }
  const sendLater = useDebouncedCallback(send, 700)
  return (
    <TextInput
      className={classes.time}
      type="datetime-local"
      label={props.label}
      description={props.description}
      max="2200-01-01T00:00"
      value={text}
      error={objection(read(text))}
      onChange={(event) => {
        setText(event.currentTarget.value)
        sendLater(event.currentTarget.value)
      }}
      onBlur={() => {
        sendLater.cancel()
        send(text)
        if (!text) setText(shown)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        sendLater.cancel()
        send(text)
      }}
    />
  )
}
