import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { isProblem } from '@/lib/api/problem'
import { useMe } from '@/lib/session'
import { openSheetsQuery, type SheetEntry } from '../api/scanning'
import { heldSheets } from '../model/held-sheets'
import classes from './Scan.module.css'

/** Counts and transfers that are open; without a network those that were opened on this device before. */
export function SheetList({ q }: { q: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const open = useQuery(openSheetsQuery)
  const [copies, setCopies] = useState<SheetEntry[]>([])
  useEffect(() => void heldSheets(me.id).then(setCopies), [me.id])
  const cut = open.isError && isProblem(open.error, 0)
  const entries: SheetEntry[] = open.data ?? (cut ? copies : [])
  const shown = entries.filter((one) => `${one.number} ${one.name}`.toLowerCase().includes(q.toLowerCase()))
  if (shown.length === 0) return null
  return (
    <section>
      <h2 className={classes.shelf}>{t('scanning.sheets.title')}</h2>
      <ul className={classes.lines}>
        {shown.map((one) => (
          <li key={one.id} className={classes.line}>
            <span className={classes.lineText}>
              <TextLink to={`/scan/${one.of}/${one.id}` as '/'} fw={650} py={4} display="block">
                {one.number} · {one.name}
              </TextLink>
              <Badge mt={4} color={one.of === 'stocktake' ? 'info' : 'violet'}>
                {t(`scanning.sheets.states.${one.state}`)}
              </Badge>
            </span>
          </li>
        ))}
      </ul>
      {cut && <Text c="dimmed">{t('scanning.sheets.onlyHeld')}</Text>}
    </section>
  )
}
