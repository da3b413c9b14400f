import type { FieldProps } from '@/components/form/fields'
import { RemoteSelect } from '@/components/form/fields'

/** Chooses a location by its whole path. */
export function LocationField(props: FieldProps & { chosenLabel?: string }) {
  return (
    <RemoteSelect
      {...props}
      endpoint="/locations"
      query={{ archived: false }}
      optionLabel={(item) => (item.path as string[]).join(' › ')}
    />
  )
}
