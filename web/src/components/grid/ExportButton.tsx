import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/lib/api/client'
import { download } from '@/lib/download'
import { useCan } from '@/lib/session'
import classes from './DataGrid.module.css'

/** The list as it is filtered and sorted, as a file. */
export function ExportButton({ endpoint, query }: { endpoint: string; query?: Query }) {
  const { t } = useTranslation()
  const can = useCan()
  if (!can('EXPORT')) return null
  // A list below another is exported with a dash: /inspections/due as /inspections-due.csv.
  const file = `/${endpoint.slice(1).replaceAll('/', '-')}`
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label={t('grid.export')}>
          <ActionIcon className={classes.export} aria-label={t('grid.export')}>
            <IconDownload size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('grid.exportHint')}</Menu.Label>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => download(`${file}.xlsx`, query)}>
          {t('grid.exportXlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={() => download(`${file}.csv`, query)}>
          {t('grid.exportCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
