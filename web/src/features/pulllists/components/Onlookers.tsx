import { Avatar, Group, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/lib/session'
import { useOnlookers } from '../api/onlookers'
import classes from './PullList.module.css'

const SHOWN = 4

/** Who else has this list before them right now. */
export function Onlookers({ listId }: { listId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const others = useOnlookers(listId).filter((one) => one.userId !== me.id)
  const names = others.map((one) => one.name).join(', ')
  return (
    <Group gap={6} wrap="nowrap" role="status">
      {others.length > 0 && (
        <>
          <Avatar.Group spacing={8} aria-hidden title={t('pulllists.alsoHere', { names })}>
            {others.slice(0, SHOWN).map((one) => (
              <Avatar key={one.userId} size={26} name={one.name} color="brand" variant="filled" />
            ))}
            {others.length > SHOWN && <Avatar size={26}>+{others.length - SHOWN}</Avatar>}
          </Avatar.Group>
          <Text size="sm" c="dimmed" className={classes.onlookers} aria-hidden>
            {others.length === 1
              ? t('pulllists.isHere', { name: others[0]!.name })
              : t('pulllists.areHere', { count: others.length })}
          </Text>
          <VisuallyHidden>{t('pulllists.alsoHere', { names })}</VisuallyHidden>
        </>
      )}
    </Group>
  )
}
