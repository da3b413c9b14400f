import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The dot at the bell, while something is unread. */
export function UnreadMark({ unread, children }: { unread: number; children: ReactNode }) {
  return (
    <Indicator color="bad" size={9} offset={5} disabled={unread === 0}>
      {children}
    </Indicator>
  )
}

export function Bell({ unread, ...button }: { unread: number } & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation()
  return (
    <ActionIcon aria-label={t('notifications.bell', { count: unread })} {...button}>
      <IconBell size={18} aria-hidden />
    </ActionIcon>
  )
}
