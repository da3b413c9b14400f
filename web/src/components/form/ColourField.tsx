import { ColorInput } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'
import type { FieldProps } from './fields'

/** Told apart from each other, in both schemes, and by most who see colours otherwise. */
const swatches = [
  '#0e7a75',
  '#1c7ed6',
  '#4263eb',
  '#7048e8',
  '#c2255c',
  '#e03131',
  '#e8590c',
  '#f08c00',
  '#5c940d',
  '#2f9e44',
  '#868e96',
  '#5f3dc4',
]

/** A colour such as `#3366cc`; null when emptied. */
export function ColourField(props: FieldProps) {
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name: props.name, control })
  return (
    <ColorInput
      label={props.label}
      description={props.description}
      disabled={props.disabled}
      placeholder={props.placeholder ?? '#3366cc'}
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      value={field.value ?? ''}
      onChange={(value) => field.onChange(value || null)}
      format="hex"
      withPicker={false}
      swatches={swatches}
      swatchesPerRow={6}
      withEyeDropper={false}
      fixOnBlur
      error={fieldState.error?.message}
    />
  )
}
