import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A kind's name for one thing of it: "Asset", "Role"; an unknown kind reads as its own word. */
export function useKindText(): (kind: string) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (kind: string) => {
      const name = kind.toLowerCase().replaceAll('_', '-')
      return i18n.exists(`kinds.${name}`) ? t(`kinds.${name}`) : name.replaceAll('-', ' ')
    },
    [t, i18n],
  )
}
