import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Untold } from '../api/stock'
import { useWhen } from './useWhen'

/** Where more is lacking than is told at once: how much, and from when on. */
export function MoreShortages({ more, timeZone }: { more: Untold | null | undefined; timeZone: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()(timeZone)
  if (!more) return null
  return (
    <Alert color="warn" icon={<IconAlertTriangle aria-hidden />} title={t('events.shortages.soonest')} my="sm">
      {t('events.shortages.more', {
        count: more.stretches,
        number: format.number(more.stretches),
        from: when.moment(more.from),
      })}
    </Alert>
  )
}
