import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { caseCheckQuery, extrasOf, lackingOf } from '../api/case-check'
import classes from './Scan.module.css'

/** What a case that was just closed lacks of its fixed contents, and what it has too much. */
export function CaseCheck({ caseId, scan }: { caseId: string; scan: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(caseCheckQuery(caseId, scan))
  if (!data) return null
  const lacking = lackingOf(data)
  const extras = extrasOf(data)
  return (
    <div className={classes.toldText}>
      {lacking.length > 0 && <div>{t('scanning.caseLacks', { things: lacking.join(', ') })}</div>}
      {extras.length > 0 && <div>{t('scanning.caseExtras', { things: extras.join(', ') })}</div>}
    </div>
  )
}
