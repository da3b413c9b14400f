import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StationState } from '../model/station-state'

/** Scans of other people that were made on this device and wait for them. */
export function Stray({ state }: { state: Pick<StationState, 'count'> }) {
  const { t } = useTranslation()
  if (state.count.others.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {state.count.others.map((one) => t('scanning.ofOthers', { name: one.name, count: one.waiting })).join(' ')}
    </Text>
  )
}
