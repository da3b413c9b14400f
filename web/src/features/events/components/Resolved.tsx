import { Button, Card, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Numbered } from '@/components/Numbered'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Event } from '../api/events'
import { type Resolution, resolutionsQuery } from '../api/resolutions'
import classes from './Resolve.module.css'
import { useRemedyWords, useUndoResolution } from './useRemedies'
import { useWhen } from './useWhen'

/** What was done about the shortages of an event, each to be taken back. */
export function ResolvedCard({ event }: { event: Event }) {
  const { t } = useTranslation()
  const { data } = useQuery(resolutionsQuery(event.id))
  const standing = data?.items.filter((one) => !one.undoneAt) ?? []
  if (standing.length === 0) return null
  return (
    <Card padding="lg" component="section" aria-label={t('events.resolve.resolvedBy')}>
      <Title order={2} size="h5" mb="xs">
        {t('events.resolve.resolvedBy')}
      </Title>
      <ul className={classes.resolved}>
        {standing.map((one) => (
          <Done key={one.id} one={one} timeZone={event.timeZone} />
        ))}
      </ul>
    </Card>
  )
}

function Done({ one, timeZone }: { one: Resolution; timeZone: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const words = useRemedyWords(useWhen()(timeZone))
  const undo = useUndoResolution()
  const [busy, setBusy] = useState(false)
  return (
    <li>
      <div>
        <b>{t('events.times', { number: format.number(one.covers), item: one.item })}</b>
        <div>
          <Numbered>{one.parts.map((part) => words.sentence(part)).join(' · ')}</Numbered>
        </div>
        <Text size="sm" c="dimmed">
          {[one.appliedByName, format.relative(one.appliedAt), one.reason].filter(Boolean).join(' · ')}
        </Text>
      </div>
      {can('EVENT_EDIT') && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={busy}
          onClick={() => {
            setBusy(true)
            void undo(one).finally(() => setBusy(false))
          }}
        >
          {t('common.undo')}
        </Button>
      )}
    </li>
  )
}
