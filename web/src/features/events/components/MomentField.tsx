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
        event.currentTarget.dataset.before = event.currentTarget.value
      }}
      onBlur={(event) => {
        field.onBlur()
        const before = event.currentTarget.dataset.before ?? ''
        if (event.currentTarget.value !== before) onLeft?.(before, event.currentTarget.value)
      }}
      error={fieldState.error?.message}
    />
  )
}
