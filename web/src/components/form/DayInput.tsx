import { TextInput } from '@mantine/core'
import type { DateInputProps } from '@mantine/dates'
import { lazy, type Ref, Suspense } from 'react'
import { useFormat } from '@/lib/format'

const Calendar = lazy(() => import('./calendar').then(({ DateInput }) => ({ default: DateInput })))

/** Mantine's DateInput, which comes with the first day that is asked for; until then it stands there and says the day. */
export function DayInput(props: DateInputProps & { ref?: Ref<HTMLInputElement> }) {
  const format = useFormat()
  const { label, description, error, placeholder, withAsterisk, required, size, w, value } = props
  const day = typeof value === 'string' && value ? format.date(value) : ''
  const waiting = (
    <TextInput
      {...{ label, description, error, placeholder, withAsterisk, required, size, w }}
      aria-label={props['aria-label']}
      value={day}
      readOnly
      aria-busy
    />
  )
  return (
    <Suspense fallback={waiting}>
      <Calendar {...props} />
    </Suspense>
  )
}
