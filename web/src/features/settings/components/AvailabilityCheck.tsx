import { Alert, Button, List } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { checkAvailability } from '../api/late-returns'
import { Section } from './Section'

const SHOWN_MAX = 50

/** Has all that is free counted anew from its rows, and names what does not fit. */
export function AvailabilityCheck() {
  const { t } = useTranslation()
  const can = useCan()
  const text = useProblemText()
  const check = useMutation({ mutationFn: checkAvailability })
  if (!can('COMPANY_EDIT')) return null
  const differences = check.data?.differences ?? []
  return (
    <Section title={t('settings.check')} text={t('settings.checkText')}>
      {check.isSuccess && differences.length === 0 && (
        <Alert color="ok" icon={<IconCheck aria-hidden />} title={t('settings.checkWell')} role="status" />
      )}
      {differences.length > 0 && (
        <Alert
          color="bad"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('settings.checkDiffers', { count: differences.length })}
          role="alert"
        >
          <List size="sm">
            {differences.slice(0, SHOWN_MAX).map((one) => (
              <List.Item key={one}>{one}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {check.isError && (
        <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} role="alert">
          {text(check.error)}
        </Alert>
      )}
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()} style={{ alignSelf: 'flex-start' }}>
        {t('settings.checkNow')}
      </Button>
    </Section>
  )
}
