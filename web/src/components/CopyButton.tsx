import { ActionIcon, Button, CopyButton as Copy, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Copies `value`. With `label` a button, without one an icon. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation()
  return (
    <Copy value={value}>
      {({ copied, copy }) => {
        const sign = copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
        const words = copied ? t('common.copied') : (label ?? t('common.copy'))
        return label ? (
          <Button variant="default" leftSection={sign} onClick={copy}>
            {words}
          </Button>
        ) : (
          <Tooltip label={words}>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={words} onClick={copy}>
              {sign}
            </ActionIcon>
          </Tooltip>
        )
      }}
    </Copy>
  )
}
