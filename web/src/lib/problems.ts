import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/lib/api/problem'

/** The one dictionary: a problem's code in the person's language, else what the server says, else a plain sentence. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (error: unknown) => {
      if (!isProblem(error)) return t('problems.unexpected')
      const facts = Object.fromEntries(
        Object.entries(error.facts).filter(([, v]) => typeof v === 'string' || typeof v === 'number'),
      )
      if (i18n.exists(`problems.codes.${error.code}`)) return t(`problems.codes.${error.code}`, facts)
      if (error.detail) return error.detail
      return error.status >= 500 ? t('problems.server') : t('problems.unexpected')
    },
    [t, i18n],
  )
}
