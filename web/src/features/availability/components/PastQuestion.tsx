import { Alert, Button, Group, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MomentInput, QuestionBar } from './QuestionBar'
import { type Asking, useCompanyFormat } from './useQuestion'

/** The moment in the address whose belief is asked for; null for now. */
export function knownAtOf(asking: Asking): string | null {
  const wanted = Date.parse(String(asking.search.knownAt ?? ''))
  return Number.isNaN(wanted) ? null : new Date(wanted).toISOString()
}

/** Where and when, and as it was known at which moment; that one looks at the past is said in so many words. */
export function PastQuestion({ asking, knownAt }: { asking: Asking; knownAt: string | null }) {
  const { t } = useTranslation()
  const format = useCompanyFormat()
  return (
    <>
      <QuestionBar asking={asking}>
        <MomentInput
          label={t('availability.knownAt')}
          value={knownAt}
          zone={format.zone}
          onChange={(moment) => asking.set({ knownAt: moment })}
        />
      </QuestionBar>
      {knownAt && (
        <Alert
          color="warn"
          icon={<IconHistory aria-hidden />}
          title={t('availability.past', { moment: format.dateTime(knownAt) })}
          mb="md"
        >
          <Group justify="space-between" gap="sm">
            <Text size="sm">{t('availability.pastText')}</Text>
            <Button size="xs" variant="default" onClick={() => asking.set({ knownAt: undefined })}>
              {t('availability.backToNow')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
