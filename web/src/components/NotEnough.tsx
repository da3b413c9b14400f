import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { stretchText } from '@/lib/stretch'
import { type Holder, HolderName } from './Holders'
import classes from './SignList.module.css'

/** What is lacking, when, and who has it. */
export type Lack = {
  item: string
  warehouse: string
  quantity: number
  period: { from: string; to: string }
  holders?: Holder[]
}
/** What was refused, why it may be done all the same, and what is done then. */
export type DespiteWords = { text: string; label: string; hint?: string; action: string; leave?: string }

type Props = {
  lacks: readonly Lack[]
  words: DespiteWords
  moment: (instant: string) => string
  /** With the reason, or null where it is left as it was. */
  onDecide: (reason: string | null) => void
}

/** What is held is not there as often as that: who has it, and for who may overbook the way to have it all the same. */
export function NotEnough({ lacks, words, moment, onDecide }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useCan()('OVERBOOK')
  const [reason, setReason] = useState('')
  const close = () => onDecide(null)
  return (
    <Modal opened onClose={close} size="lg" title={<Text fw={650}>{t('common.notEnough')}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) onDecide(reason.trim())
        }}
      >
        <Stack gap="md">
          <Text size="sm">{words.text}</Text>
          {lacks.length > 0 && (
            <ul className={classes.list}>
              {lacks.map((one) => (
                <li key={`${one.item} ${one.warehouse} ${one.period.from}`}>
                  <IconAlertTriangle size={18} color="var(--mantine-color-error)" aria-hidden />
                  <div>
                    <b>{t('common.lacking', { number: format.number(one.quantity), name: one.item })}</b>
                    <Text size="sm" c="dimmed">
                      {one.warehouse} · {stretchText(t, one.period, moment)}
                    </Text>
                    {one.holders && one.holders.length > 0 && (
                      <List size="sm" spacing={2} mt={4}>
                        {one.holders.map((holder) => (
                          <List.Item key={holder.owner}>
                            {format.number(holder.quantity)} × <HolderName holder={holder} moment={moment} />
                          </List.Item>
                        ))}
                      </List>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
          {may && (
            <Textarea
              label={words.label}
              description={words.hint}
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
              {words.leave ?? t('common.cancel')}
            </Button>
            {may && (
              <Button type="submit" color="bad" disabled={!reason.trim()}>
                {words.action}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
