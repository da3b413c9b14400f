import { ActionIcon, Badge, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCloudOff, IconCloudUpload, IconSettings } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StationState } from '../model/station-state'
import classes from './Scan.module.css'

const IconLinkButton = createLink((props: ComponentPropsWithRef<'a'>) => (
  <ActionIcon component="a" variant="subtle" color="gray" size={48} {...props} />
))

/** The frame of every scan screen: it fills the window, because a phone has no room to spare. */
export function ScanFrame({
  title,
  text,
  back,
  state,
  desk,
  children,
}: {
  title: string
  text?: string
  back: '/' | '/scan'
  state?: Pick<StationState, 'count' | 'sender'>
  desk?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={desk ? `${classes.frame} ${classes.desk}` : classes.frame}>
      <header className={classes.bar}>
        <IconLinkButton to={back} aria-label={t(back === '/' ? 'scanning.leave' : 'scanning.toJobs')}>
          <IconArrowLeft size={24} aria-hidden />
        </IconLinkButton>
        <div className={classes.title}>
          <Title order={1} size="h5" lh={1.2} lineClamp={1}>
            {title}
          </Title>
          {text && (
            <Text size="xs" c="dimmed" truncate>
              {text}
            </Text>
          )}
        </div>
        {state && <Waiting state={state} />}
        <IconLinkButton to="/scan/settings" aria-label={t('scanning.settings.title')}>
          <IconSettings size={24} aria-hidden />
        </IconLinkButton>
      </header>
      {children}
    </div>
  )
}

/** How many scans the server has not answered yet, and why. */
function Waiting({ state: { count, sender } }: { state: Pick<StationState, 'count' | 'sender'> }) {
  const { t } = useTranslation()
  const cut = sender === 'OFFLINE' || sender === 'SIGNED_OUT' || sender === 'TROUBLE'
  if (count.waiting === 0 && !cut) return null
  return (
    <Badge
      size="lg"
      color={cut ? 'warn' : 'info'}
      leftSection={cut ? <IconCloudOff size={16} aria-hidden /> : <IconCloudUpload size={16} aria-hidden />}
      role="status"
      aria-label={count.waiting > 0 ? t('scanning.waiting', { count: count.waiting }) : undefined}
      data-testid="waiting"
      data-count={count.waiting}
    >
      {count.waiting > 0 ? count.waiting : t(`scanning.sender.${sender}`)}
    </Badge>
  )
}
