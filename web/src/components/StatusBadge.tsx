import { Badge } from '@mantine/core'

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'violet' | 'gray' | 'brand'

/** A state in a word. Colour only repeats what the word says. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge color={tone} variant="light" style={{ flex: 'none', minWidth: 'max-content' }}>
      {children}
    </Badge>
  )
}
