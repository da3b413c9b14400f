import { Stack } from '@mantine/core'
import { type ReactNode, Suspense } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { z } from '@/lib/validation'
import { useParts } from './parts'

export type SaveContext<Values> = {
  /** Only what the person changed: the body of a PATCH. */
  changed: Partial<Values>
  /** The version the form began from: `api.patch(path, changed, { version })`. */
  version: number | undefined
}

export type ResourceFormProps<Values extends FieldValues, Result> = {
  schema: z.ZodType
  values: Values
  version?: number
  save: (values: Values, context: SaveContext<Values>) => Promise<Result>
  onSaved?: (result: Result) => void
  /** Fetches the newest state after somebody else changed it (412). Without it the dialog can only reload the page. */
  reload?: () => Promise<{ values: Values; version: number }>
  /** The changes in the resource's own words, for the conflict dialog, where the form holds them otherwise. */
  changes?: (changed: Partial<Values>) => Record<string, unknown>
  /** "Register asset", "Save". */
  submitLabel?: string
  onCancel?: () => void
  /** Where "Cancel" could be taken for what the form does. */
  cancelLabel?: string
  /** Server field names that differ from the form's: `{ 'purchase.cost': 'cost' }`. */
  fieldNames?: Record<string, string>
  /** The form is a dialog's: the save button is always ready, leaving is not guarded. */
  inDialog?: boolean
  disabled?: boolean
  children: ReactNode
}

/**
 * A form over one resource. The server's word counts: its `errors[].field` stand at their fields, anything else above the
 * buttons; a stale version opens the conflict dialog; Ctrl/Cmd-S saves; leaving with unsaved changes asks first.
 * Its code comes with the first form that is shown, and so does that of the fields in it.
 */
export function ResourceForm<Values extends FieldValues, Result>(props: ResourceFormProps<Values, Result>) {
  return (
    <Suspense fallback={<Stack mih={200} aria-busy />}>
      <Form {...props} />
    </Suspense>
  )
}

function Form<Values extends FieldValues, Result>(props: ResourceFormProps<Values, Result>) {
  const { FormPart } = useParts()
  return <FormPart {...props} />
}
