import { Card, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {text}
      </Text>
      <Stack gap="md">{children}</Stack>
    </Card>
  )
}
