import { type ComponentProps, type ComponentType, createElement, type ReactElement } from 'react'
import type * as Parts from './fieldParts'
import { useParts } from './parts'

export type FieldProps = {
  /** The form's field. */
  name: string
  label: string
  description?: string
  required?: boolean
  disabled?: boolean
  placeholder?: string
}

/** The fields of a ResourceForm, which fetches their code (fieldParts.tsx) with its own. */
function part<Name extends keyof typeof Parts>(name: Name) {
  type Props = ComponentProps<(typeof Parts)[Name]>
  return (props: Props): ReactElement => createElement(useParts()[name] as unknown as ComponentType<object>, props as object)
}
export const TextField = part('TextField')
export const TextAreaField = part('TextAreaField')
export const PasswordField = part('PasswordField')
export const NumberField = part('NumberField')
export const MoneyField = part('MoneyField')
export const DateField = part('DateField')
export const SelectField = part('SelectField')
export const RemoteSelect = part('RemoteSelect')
export const TagsField = part('TagsField')
export const SwitchField = part('SwitchField')
