import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Remark } from '../api/offers'
import classes from './Offer.module.css'

/** What was said, in the order of time. */
export function Remarks({ remarks }: { remarks: Remark[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (remarks.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('portal.noRemarks')}
      </Text>
    )
  return (
    <Stack gap="sm" component="ol" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {remarks.map((remark) => (
        <li key={remark.id} className={classes.remark}>
          <Text size="xs" c="dimmed">
            {remark.authorName} · {t('portal.version', { nth: remark.nth })} · {format.dateTime(remark.at)}
          </Text>
          <Text size="sm">{remark.text}</Text>
        </li>
      ))}
    </Stack>
  )
}
