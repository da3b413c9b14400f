import { Badge, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { UnfitReason } from '../api/inventory'

/** Why an asset should not go on a job: what programs say, in the person's language where it is known. */
export function useUnfitText(): (reason: UnfitReason) => string {
  const { t, i18n } = useTranslation()
  return (reason) => (i18n.exists(`inventory.unfit.${reason.code}`) ? t(`inventory.unfit.${reason.code}`) : reason.text)
}

export function UnfitMark({ reasons }: { reasons: UnfitReason[] }) {
  const { t } = useTranslation()
  const text = useUnfitText()
  const why = reasons.map(text).join(' · ')
  return (
    <Tooltip label={why || t('inventory.notFit')}>
      <Badge color="bad" variant="light" leftSection={<IconAlertTriangle size={12} aria-hidden />} style={{ flex: 'none' }}>
        {t('inventory.notFit')}
      </Badge>
    </Tooltip>
  )
}
