import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'

/** How much was found of what was expected, and how much besides. */
export function useFound() {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ found, expected, unexpected = 0 }: { found: number; expected: number; unexpected?: number }): string => {
      const counts = {
        found: format.number(found),
        expected: format.number(expected),
        unexpected: format.number(unexpected),
      }
      if (unexpected > 0) return t('stocktakes.foundAnd', counts)
      return t(expected === 0 && found > 0 ? 'stocktakes.foundOnly' : 'stocktakes.foundOf', counts)
    },
    [t, format],
  )
}
