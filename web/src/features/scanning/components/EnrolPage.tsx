import { Alert, Button, Card, Stack } from '@mantine/core'
import { IconDeviceMobileCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { useProblemText } from '@/lib/problems'
import { enrolHere } from '../api/devices'
import classes from './Scan.module.css'

/** Where the code on a colleague's screen leads: a press, because whoever only looks at an address must not spend it. */
export function EnrolPage({ token }: { token: string }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const enrol = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await enrolHere(token)
      queryClient.clear()
      await navigate({ to: '/scan' })
    } catch (problem) {
      setRefused(problemText(problem))
      setBusy(false)
    }
  }
  return (
    <main className={classes.page}>
      <Card>
        <EmptyState whole icon={IconDeviceMobileCheck} title={t('scanning.enrol.title')} text={t('scanning.enrol.text')}>
          <Stack>
            <Button h={60} size="lg" loading={busy} onClick={() => void enrol()}>
              {t('scanning.enrol.do')}
            </Button>
            {refused && (
              <Alert color="bad" role="alert">
                {refused}
              </Alert>
            )}
          </Stack>
        </EmptyState>
      </Card>
    </main>
  )
}
