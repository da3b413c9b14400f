import { useTranslation } from 'react-i18next'

/** Why an asset should not go on a job; the text is English, for reasons this app does not know yet. */
export type UnfitReason = { code: string; text: string; since: string | null }

/** What programs say, in the person's language where it is known. */
export function useUnfitText(): (reason: UnfitReason) => string {
  const { t, i18n } = useTranslation()
  return (reason) => (i18n.exists(`inventory.unfit.${reason.code}`) ? t(`inventory.unfit.${reason.code}`) : reason.text)
}
