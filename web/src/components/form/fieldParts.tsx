import {
  Group,
  NumberInput,
  PasswordInput,
  Progress,
  Select,
  type SelectProps,
  Switch,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Money } from '@/lib/api/client'
import { currencyDigits, minorToText, numberToMinor, useFormat } from '@/lib/format'
import { strength } from '@/lib/strength'
import { DayInput } from './DayInput'
import { parseDay } from './days'
import type { FieldProps } from './fields'
import { RemotePicker, type RemotePickerProps } from './RemotePicker'

function useField(name: string) {
  const { control } = useFormContext()
  const { field, fieldState } = useController({ name, control })
  return { field, error: fieldState.error?.message }
}
const common = ({ label, description, required, disabled, placeholder }: FieldProps) => ({
  label,
  description,
  withAsterisk: required,
  required,
  disabled,
  placeholder,
})

/** One line of text. Emptied, an optional field becomes null. */
export function TextField(
  props: FieldProps & { type?: 'text' | 'email' | 'tel' | 'url'; autoComplete?: string; autoFocus?: boolean; maxLength?: number },
) {
  const { field, error } = useField(props.name)
  return (
    <TextInput
      {...common(props)}
      {...field}
      type={props.type}
      autoComplete={props.autoComplete ?? 'off'}
      data-autofocus={props.autoFocus || undefined}
      maxLength={props.maxLength}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value === '' && !props.required ? null : event.currentTarget.value)}
      error={error}
    />
  )
}

export function TextAreaField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { field, error } = useField(props.name)
  return (
    <Textarea
      {...common(props)}
      {...field}
      autosize
      minRows={props.rows ?? 3}
      maxRows={14}
      maxLength={props.maxLength}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value === '' && !props.required ? null : event.currentTarget.value)}
      error={error}
    />
  )
}

/** A password; with `meter`, a new one with a first guess at its strength. */
export function PasswordField(props: FieldProps & { meter?: boolean; autoComplete?: string }) {
  const { t } = useTranslation()
  const { field, error } = useField(props.name)
  const score = strength(field.value ?? '')
  return (
    <div>
      <PasswordInput
        {...common(props)}
        {...field}
        value={field.value ?? ''}
        autoComplete={props.autoComplete ?? (props.meter ? 'new-password' : 'current-password')}
        visibilityToggleButtonProps={{ 'aria-label': t('form.showPassword') }}
        error={error}
      />
      {props.meter && field.value && (
        <Group gap="xs" mt={6} wrap="nowrap">
          <Progress
            value={Math.max(8, score * 25)}
            size="sm"
            flex={1}
            color={score >= 3 ? 'ok' : score === 2 ? 'warn' : 'bad'}
            aria-hidden
          />
          <Text size="xs" c="dimmed" role="status" w={130} ta="right">
            {t(`form.strength.${score}`)}
          </Text>
        </Group>
      )}
    </div>
  )
}

/**
 * A number with its unit. `scale` is how many stored units make one shown: weightGrams shown in kg has 1000.
 * Stored as a whole number where `scale` is given; null when emptied.
 */
export function NumberField(
  props: FieldProps & { unit?: string; scale?: number; decimals?: number; min?: number; max?: number; autoFocus?: boolean },
) {
  const { field, error } = useField(props.name)
  const { scale = 1, decimals = scale > 1 ? 3 : 0 } = props
  const format = useFormat()
  return (
    <NumberInput
      {...common(props)}
      name={field.name}
      ref={field.ref}
      data-autofocus={props.autoFocus || undefined}
      onBlur={field.onBlur}
      value={field.value === null || field.value === undefined ? '' : Number((field.value / scale).toFixed(decimals))}
      onChange={(value) => field.onChange(value === '' ? null : scale === 1 ? Number(value) : Math.round(Number(value) * scale))}
      min={props.min}
      max={props.max}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      decimalSeparator={format.locale.startsWith('de') ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      suffix={props.unit ? ` ${props.unit}` : undefined}
      error={error}
    />
  )
}

/**
 * An amount `{ amountMinor, currency }` in the company's currency, or the one it already has; null when emptied. With all decimals of its currency,
 * and while it is written as it is written.
 */
export function MoneyField(props: FieldProps & { currency?: string; allowNegative?: boolean }) {
  const { field, error } = useField(props.name)
  const format = useFormat()
  const value = field.value as Money | null | undefined
  const currency = value?.currency ?? props.currency ?? format.currency
  const [typed, setTyped] = useState<string | number>()
  return (
    <NumberInput
      {...common(props)}
      name={field.name}
      ref={field.ref}
      onBlur={() => {
        setTyped(undefined)
        field.onBlur()
      }}
      value={typed ?? (value ? minorToText(value) : '')}
      onChange={(next) => {
        setTyped(next)
        const amount = next === '' ? Number.NaN : Number(next)
        field.onChange(Number.isNaN(amount) ? null : numberToMinor(amount, currency))
      }}
      decimalScale={currencyDigits(currency)}
      decimalSeparator={format.locale.startsWith('de') ? ',' : '.'}
      thousandSeparator={format.locale.startsWith('de') ? '.' : ','}
      allowNegative={props.allowNegative ?? false}
      rightSection={
        <Text size="xs" c="dimmed">
          {currency}
        </Text>
      }
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      error={error}
    />
  )
}

/** A day without a time: "2027-06-01" or null. */
export function DateField(props: FieldProps & { minDate?: string; maxDate?: string }) {
  const { t, i18n } = useTranslation()
  const { field, error } = useField(props.name)
  return (
    <DayInput
      {...common(props)}
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      value={field.value ?? null}
      onChange={(value) => field.onChange(value || null)}
      valueFormat={i18n.language === 'de' ? 'D. MMM YYYY' : 'D MMM YYYY'}
      dateParser={(text) => parseDay(text)}
      minDate={props.minDate}
      maxDate={props.maxDate}
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      error={error}
    />
  )
}

export function SelectField(props: FieldProps & Pick<SelectProps, 'data' | 'searchable'>) {
  const { field, error } = useField(props.name)
  return (
    <Select
      {...common(props)}
      {...field}
      data={props.data}
      searchable={props.searchable}
      value={field.value ?? null}
      onChange={(value) => field.onChange(value)}
      clearable={!props.required}
      error={error}
    />
  )
}

/** Holds the id of something the server has many of. */
export function RemoteSelect(
  props: FieldProps &
    Pick<RemotePickerProps, 'endpoint' | 'query' | 'optionLabel' | 'chosenLabel'> & { onPicked?: RemotePickerProps['onChange'] },
) {
  const { field, error } = useField(props.name)
  const { onPicked, name: _, ...rest } = props
  return (
    <RemotePicker
      {...rest}
      value={field.value ?? null}
      chosenLabel={field.value ? props.chosenLabel : undefined}
      onChange={(id, item) => {
        field.onChange(id)
        onPicked?.(id, item)
      }}
      onBlur={field.onBlur}
      error={error}
    />
  )
}

/** A list of words. */
export function TagsField(props: FieldProps & { suggestions?: string[] }) {
  const { t } = useTranslation()
  const { field, error } = useField(props.name)
  return (
    <TagsInput
      {...common(props)}
      {...field}
      value={field.value ?? []}
      data={props.suggestions}
      placeholder={props.placeholder ?? t('form.tagsHint')}
      splitChars={[',', ';']}
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      error={error}
    />
  )
}

export function SwitchField(props: FieldProps) {
  const { field, error } = useField(props.name)
  return (
    <Switch
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      label={props.label}
      description={props.description}
      disabled={props.disabled}
      checked={Boolean(field.value)}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      error={error}
    />
  )
}
