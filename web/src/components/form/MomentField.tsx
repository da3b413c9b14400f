import { TextInput } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'

type Props = {
  name: string
  label: string
  description?: string
  required?: boolean
  size?: 'xs' | 'sm'
  /** Whoever has left the field, with what it was when they came. */
  onLeft?: (before: string, after: string) => void
}

/** Date and time as a clock shows them, by the browser's own field: `2027-06-01T08:30`. */
export function MomentField({ name, label, description, required, size, onLeft }: Props) {
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name, control })
  const leave = (input: HTMLInputElement) => {
    const { dataset, value } = input
    const before = dataset.before ?? value
    dataset.before = value
    if (value !== before) onLeft?.(before, value)
  }
  return (
    <TextInput
      ref={field.ref}
      name={field.name}
      type="datetime-local"
      size={size}
      label={label}
      description={description}
      withAsterisk={required}
      required={required}
      max="2199-01-01T00:00"
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value)}
      onFocus={(event) => {
        // Its parts (day, month, hour) are focused one by one: only the first counts.
        event.currentTarget.dataset.before ??= event.currentTarget.value
      }}
      onBlur={(event) => {
        field.onBlur()
        leave(event.currentTarget)
        delete event.currentTarget.dataset.before
      }}
      // Saving by the keyboard leaves the field as well, before the form is read.
      onKeyDown={(event) => {
        if (event.key === 'Enter' || (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)))
          leave(event.currentTarget)
      }}
      error={fieldState.error?.message}
    />
  )
}
