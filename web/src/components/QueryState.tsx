import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle, IconCalendarOff, IconMapQuestion } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { EmptyState } from './EmptyState'
import { ButtonLink } from './Link'

/** The years in which availability counts; events lie within them. */
const reach = { from: '1971', to: '2066' }

/** What failed to load, why, and a way to try again. */
export function LoadProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation()
  const text = useProblemText()
  // Trying again brings nothing back.
  if (isProblem(error, 404))
    return (
      <EmptyState icon={IconMapQuestion} title={text(error)} text={t('common.goneText')} whole>
        <ButtonLink to="/" variant="default">
          {t('shell.toHome')}
        </ButtonLink>
      </EmptyState>
    )
  // Nor would it be there another time.
  if (isProblem(error, 400) && error.errors.some((one) => one.code === 'out-of-reach'))
    return <EmptyState icon={IconCalendarOff} title={t('common.outOfReach')} text={t('common.outOfReachText', reach)} />
  return (
    <Alert color="bad" icon={<IconAlertTriangle aria-hidden />} title={t('common.loadFailed')}>
      <Stack gap="sm" align="flex-start">
        {text(error)}
        <Button size="xs" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      </Stack>
    </Alert>
  )
}

/** Shows the data of a query, a skeleton until it is there, or what went wrong. */
export function QueryState<T>({
  query,
  lines = 4,
  children,
}: {
  query: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}) {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <LoadProblem error={query.error} retry={() => void query.refetch()} />
  return (
    <Stack gap="sm" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={line} h={22} w={line % 3 === 2 ? '60%' : '100%'} />
      ))}
    </Stack>
  )
}
