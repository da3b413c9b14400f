import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { FlightCase, Measures } from '../api/cases'

/** "12 assets, 40 pieces, 2 cases"; empty: says so. */
export function useContentsText() {
  const { t } = useTranslation()
  return useCallback(
    ({ assets, pieces, cases }: Pick<FlightCase, 'assets' | 'pieces' | 'cases'>) =>
      [
        assets > 0 && t('cases.assetCount', { count: assets }),
        pieces > 0 && t('cases.pieceCount', { count: pieces }),
        cases > 0 && t('cases.caseCount', { count: cases }),
      ]
        .filter(Boolean)
        .join(', ') || t('cases.empty'),
    [t],
  )
}

/** Weight and worth with what is not known of them. */
export function useMeasureTexts() {
  const { t } = useTranslation()
  const format = useFormat()
  return {
    weight: (measures: Measures) => format.weight(measures.weightGrams),
    weightGap: (measures: Measures) =>
      measures.weightsUnknown > 0 ? t('cases.weightsUnknown', { count: measures.weightsUnknown }) : null,
    value: (measures: Measures) => measures.values.map(format.money).join(' + ') || '–',
    valueGap: (measures: Measures) =>
      measures.valuesUnknown > 0 ? t('cases.valuesUnknown', { count: measures.valuesUnknown }) : null,
  }
}
