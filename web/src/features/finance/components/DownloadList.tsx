import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Query, url } from '@/lib/api/client'
import { useCan } from '@/lib/session'

/** A list that is no grid, as a spreadsheet in the reader's language. */
export function DownloadList({ list, query }: { list: string; query?: Query }) {
  const { t, i18n } = useTranslation()
  const can = useCan()
  if (!can('EXPORT')) return null
  return (
    <Button
      component="a"
      variant="default"
      size="xs"
      leftSection={<IconDownload size={14} aria-hidden />}
      href={url(`/${list}.xlsx`, { ...query, header: 'LABELS', language: i18n.language })}
    >
      {t('finance.download')}
    </Button>
  )
}
