import { Box, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The top of every page: what it is, one line about it, and what one can do here. */
export function PageHeader({ title, text, children }: { title: ReactNode; text?: ReactNode; children?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-end" gap="sm" mb="md">
      <Box miw={0}>
        <Title order={1} size="h3">
          {title}
        </Title>
        {text && (
          <Text size="sm" c="dimmed" component="div">
            {text}
          </Text>
        )}
      </Box>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  )
}
