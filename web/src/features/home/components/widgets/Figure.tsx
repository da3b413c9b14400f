import { Text } from '@mantine/core'

/** A number that counts, with what it is and what it rests on. */
export function Figure({ label, value, note, tone }: { label: string; value: string; note?: string; tone?: 'bad' }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={24} fw={680} lh={1.2} className="num" c={tone === 'bad' ? 'var(--mantine-color-error)' : undefined}>
        {value}
      </Text>
      {note && (
        <Text size="xs" c="dimmed" className="num">
          {note}
        </Text>
      )}
    </div>
  )
}
