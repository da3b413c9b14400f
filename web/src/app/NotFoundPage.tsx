import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function NotFoundPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <Center mih="60vh" p="lg">
      <Stack align="center" maw={460} ta="center" gap="sm">
        <IconMapQuestion size={40} stroke={1.4} aria-hidden />
        <Title order={1} size="h3">
          {t('shell.notFound.title')}
        </Title>
        <Text c="dimmed">{t('shell.notFound.text')}</Text>
        <Button mt="sm" onClick={() => navigate({ to: '/' })}>
          {t('shell.toHome')}
        </Button>
      </Stack>
    </Center>
  )
}
