import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/api/problem'
import { languageOf, setLanguage } from '@/lib/i18n'
import { meQuery } from '@/lib/session'
import { codeQuery, noticeQuery } from '../api/codes'
import { BlankLabelPage } from './BlankLabelPage'
import classes from './CodePage.module.css'
import { NoticePage } from './NoticePage'
import { ThingPage, UnknownPage } from './ThingPage'

/** Where a label's code leads: a stranger reads whose it is, one of us what to do next. */
export function CodePage({ uuid }: { uuid: string }) {
  const { t } = useTranslation()
  const me = useQuery({ ...meQuery, retry: false })
  const notice = useQuery(noticeQuery(uuid))
  const code = useQuery({ ...codeQuery(uuid), enabled: Boolean(me.data) })
  const locale = me.data?.locale
  useEffect(() => {
    if (locale) void setLanguage(languageOf(locale))
  }, [locale])
  if (isProblem(me.error) && notice.data) return <NoticePage notice={notice.data} />
  if (me.data && code.error) return <UnknownPage problem={code.error} retry={() => void code.refetch()} />
  if (me.data && code.data) {
    return code.data.target ? (
      <ThingPage target={code.data.target} />
    ) : (
      <BlankLabelPage id={code.data.id} shortCode={code.data.label} />
    )
  }
  if (me.error && notice.error) return <UnknownPage problem={notice.error} retry={() => void notice.refetch()} />
  return (
    <main className={classes.page}>
      <Loader aria-label={t('common.loading')} />
    </main>
  )
}
