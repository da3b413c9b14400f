import { Text } from '@mantine/core'
import { useFormat } from '@/lib/format'

/** A number with its sign, as people read a change. */
export function Delta({ value }: { value: number }) {
  const format = useFormat()
  return (
    <Text
      span
      size="sm"
      fw={600}
      className="num"
      c={value > 0 ? 'var(--mantine-color-ok-text)' : value < 0 ? 'var(--mantine-color-error)' : 'dimmed'}
    >
      {value > 0 ? '+' : value < 0 ? '−' : '±'}
      {format.number(Math.abs(value))}
    </Text>
  )
}
