import { Button, CloseButton, Text } from '@mantine/core'
import { IconFolderShare, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './PullList.module.css'

/** What one can do with the selected lines. */
export function BulkBar(props: {
  count: number
  canMove: boolean
  onMove: () => void
  onRemove: () => void
  onClear: () => void
}) {
  const { t } = useTranslation()
  if (props.count === 0) return null
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('pulllists.selection')}>
      <Text size="sm" fw={600}>
        {t('pulllists.selected', { count: props.count })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!props.canMove}
        leftSection={<IconFolderShare size={15} aria-hidden />}
        onClick={props.onMove}
      >
        {t('pulllists.moveToGroup')}
      </Button>
      <Button size="compact-sm" variant="default" leftSection={<IconTrash size={15} aria-hidden />} onClick={props.onRemove}>
        {t('pulllists.remove')}
      </Button>
      <CloseButton size="sm" ml="auto" aria-label={t('pulllists.clearSelection')} onClick={props.onClear} />
    </div>
  )
}
