import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { NotFoundPage } from './NotFoundPage'

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const text = useProblemText()
  const router = useRouter()
  if (isProblem(error, 404)) return <NotFoundPage />
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Center mih="60vh" p="lg">
      <Stack align="center" maw={520} ta="center" gap="sm">
        <IconAlertTriangle size={40} stroke={1.4} aria-hidden />
        <Title order={1} size="h3">
          {isProblem(error, 403) ? t('shell.error.forbidden') : t('shell.error.title')}
        </Title>
        <Text c="dimmed">{isProblem(error) ? text(error) : t('shell.error.text')}</Text>
        {isProblem(error) && error.traceId && (
          <Text size="sm" c="dimmed">
            {t('shell.error.trace')} <Code>{error.traceId}</Code>
          </Text>
        )}
        <Group mt="sm">
          <Button onClick={again}>{t('common.retry')}</Button>
          <Button variant="default" onClick={() => router.navigate({ to: '/' })}>
            {t('shell.toHome')}
          </Button>
        </Group>
      </Stack>
    </Center>
  )
}
