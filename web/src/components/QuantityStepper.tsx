import { ActionIcon, Group, NumberInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A count made for a thumb: big minus and plus around a field one can type into. */
export function QuantityStepper(props: {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const { label, value, onChange, min = 0, max = 1_000_000, disabled } = props
  const to = (next: number) => onChange(Math.min(max, Math.max(min, next)))
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={label}>
      <ActionIcon size={40} aria-label={t('common.less')} disabled={disabled || value <= min} onClick={() => to(value - 1)}>
        <IconMinus size={18} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={label}
        value={value}
        onChange={(next) => typeof next === 'number' && to(next)}
        min={min}
        max={max}
        allowDecimal={false}
        disabled={disabled}
        w={84}
        size="md"
        styles={{ input: { textAlign: 'center', fontVariantNumeric: 'tabular-nums' } }}
      />
      <ActionIcon size={40} aria-label={t('common.more')} disabled={disabled || value >= max} onClick={() => to(value + 1)}>
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
