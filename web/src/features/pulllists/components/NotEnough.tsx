import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HolderName } from '@/components/Holders'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { EventOfList } from '../api/pull-lists'
import classes from './PullList.module.css'
import type { Lacking } from './useEditor'
import { useZoneFormat } from './useTimesText'

/** A confirmed event holds what stands on its lists, so what is not there is refused: who has it, and the way to take it all the same. */
export function NotEnough({ lacking, event }: { lacking: Lacking; event: EventOfList | undefined }) {
  const { t } = useTranslation()
  const can = useCan()
  const format = useFormat()
  const times = useZoneFormat(event?.timeZone)
  const [reason, setReason] = useState('')
  const may = can('OVERBOOK')
  const close = () => lacking.decide(null)
  return (
    <Modal opened onClose={close} size="lg" title={<Text fw={650}>{t('pulllists.notEnough')}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) lacking.decide(reason.trim())
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('pulllists.notEnoughText')}</Text>
          <ul className={classes.diff}>
            {lacking.shortages.map((one) => (
              <li key={`${one.item}${one.warehouse}${one.period.from}`}>
                <IconAlertTriangle size={18} color="var(--mantine-color-error)" aria-hidden />
                <div>
                  <b>{t('pulllists.lacking', { number: format.number(one.quantity), name: one.item })}</b>
                  <Text size="sm" c="dimmed">
                    {one.warehouse} · {times.dateTime(one.period.from)} – {times.dateTime(one.period.to)}
                  </Text>
                  {one.holders.length > 0 && (
                    <List size="sm" spacing={2} mt={4}>
                      {one.holders.map((holder) => (
                        <List.Item key={holder.owner}>
                          {format.number(holder.quantity)} × <HolderName holder={holder} moment={times.dateTime} />
                        </List.Item>
                      ))}
                    </List>
                  )}
                </div>
              </li>
            ))}
          </ul>
          {may && (
            <Textarea
              label={t('pulllists.despite')}
              description={t('pulllists.despiteHint')}
              autosize
              minRows={2}
              maxLength={1_000}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('pulllists.leaveIt')}
            </Button>
            {may && (
              <Button type="submit" color="bad" disabled={!reason.trim()}>
                {t('pulllists.takeAnyway')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
