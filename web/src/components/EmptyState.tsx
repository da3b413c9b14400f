import { Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** Nothing here yet: says what would be here, why one wants it, and the first step. */
export function EmptyState({
  icon: Sign,
  title,
  text,
  children,
  whole,
}: {
  icon: Icon
  title: string
  text?: ReactNode
  children?: ReactNode
  /** It is all there is on the page, so its title is the page's. */
  whole?: boolean
}) {
  return (
    <Stack align="center" ta="center" gap="xs" py={48} px="md">
      <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
        <Sign size={26} stroke={1.6} />
      </ThemeIcon>
      <Title order={whole ? 1 : 2} size="h4" mt={4}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" size="sm" maw={440}>
          {text}
        </Text>
      )}
      {children && <div style={{ marginTop: 12 }}>{children}</div>}
    </Stack>
  )
}
