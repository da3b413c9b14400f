import { Box, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CompanyMark } from '@/components/CompanyMark'
import { type Language, setLanguage } from '@/lib/i18n'
import { setupQuery } from '../api/setup-state'
import classes from './DoorPage.module.css'

/** The pages before sign-in: a card in the middle, the company's name above, the language below. */
export function DoorPage({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const { companyName: company, logoFileId: logo } = useQuery(setupQuery).data ?? {}
  return (
    <main className={classes.page}>
      <Stack gap="md" className={classes.column}>
        <Group gap="sm" wrap="nowrap">
          <CompanyMark logo={logo} size={40} />
          <Box miw={0}>
            <Text fw={700} lh={1.15}>
              EventKit
            </Text>
            {company && (
              <Text size="sm" c="dimmed" truncate>
                {company}
              </Text>
            )}
          </Box>
        </Group>
        <Card padding="xl">
          <Title order={1} size="h3">
            {title}
          </Title>
          {text && (
            <Text size="sm" c="dimmed" mt={4}>
              {text}
            </Text>
          )}
          <Box mt="lg">{children}</Box>
        </Card>
        <Group justify="center">
          <NativeSelect
            size="xs"
            aria-label={t('start.language')}
            value={i18n.language}
            onChange={(event) => void setLanguage(event.currentTarget.value as Language)}
            data={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
        </Group>
      </Stack>
    </main>
  )
}
