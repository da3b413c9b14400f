import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink } from '@/components/Link'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { z } from '@/lib/validation'
import { type Event, type OwnPhase, touchedByEvents } from '../api/events'
import { type Missing, type Move, moveEvent } from '../api/phase'
import { shortagesQuery } from '../api/stock'
import type { Phase } from '../model/phases'
import { ShortageList } from './Shortages'

type Moved = Pick<Event, 'id' | 'name' | 'timeZone'>
type Asked = { event: Moved; phase: Phase; own?: OwnPhase }
export type Mover = ReturnType<typeof useMove>

/** Takes events from phase to phase: asks why one is cancelled, and says what is missing where the server refuses. */
export function useMove(): {
  busy: boolean
  move: (event: Moved, phase: Phase, own?: OwnPhase) => Promise<void>
  /** Says what is missing, and lets who may overbook do it all the same. */
  explain: (event: Moved, missing: Missing[], phase: Phase, own?: OwnPhase) => void
  dialogs: ReactNode
} {
  const { t } = useTranslation()
  const text = useProblemText()
  const refresh = useRefresh(touchedByEvents)
  const [busy, setBusy] = useState(false)
  const [cancelling, setCancelling] = useState<Asked>()
  const [refused, setRefused] = useState<Asked & { missing: Missing[] }>()

  const done = async (asked: Asked) => {
    await refresh()
    showDone(t('events.moved', { name: asked.event.name, phase: asked.own?.name ?? t(`events.phases.${asked.phase}`) }))
  }
  const send = async (asked: Asked) => {
    const { event, phase, own } = asked
    const body: Move = own ? { ownPhaseId: own.id } : { phase }
    setBusy(true)
    try {
      await moveEvent(event.id, body)
      await done(asked)
    } catch (error) {
      if (isProblem(error, 'event-not-ready')) setRefused({ ...asked, missing: (error.facts.missing ?? []) as Missing[] })
      else showProblem(text(error))
      await refresh()
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    move: async (event, phase, own) => {
      if (phase === 'CANCELLED') setCancelling({ event, phase, own })
      else await send({ event, phase, own })
    },
    explain: (event, missing, phase, own) => setRefused({ event, missing, phase, own }),
    dialogs: (
      <>
        {cancelling && (
          <CancelDialog
            asked={cancelling}
            onClose={() => setCancelling(undefined)}
            onDone={async () => {
              setCancelling(undefined)
              await done(cancelling)
            }}
          />
        )}
        {refused && (
          <RefusedDialog
            asked={refused}
            missing={refused.missing}
            onClose={() => setRefused(undefined)}
            onDone={async () => {
              setRefused(undefined)
              await done(refused)
            }}
          />
        )}
      </>
    ),
  }
}

const NOT_ENOUGH = 'not-enough'
const known = ['client', 'planner', 'pull-list', 'warehouse', NOT_ENOUGH]
/** It is only stock that lacks, and who may overbook may go on without it. */
export const onlyStock = (missing: readonly Missing[]) => missing.length > 0 && missing.every((one) => one.code === NOT_ENOUGH)

/** What is missing for a phase, each with what to do; of stock, what and who has it. */
export function MissingList({ missing, event }: { missing: readonly Missing[]; event: Moved }) {
  const { t } = useTranslation()
  const short = missing.some((one) => one.code === NOT_ENOUGH)
  const { data } = useQuery({ ...shortagesQuery(event.id), enabled: short })
  return (
    <>
      <List size="sm" spacing={4}>
        {missing.map((one) => (
          <List.Item key={one.code + one.message}>
            {known.includes(one.code) ? t(`events.missing.${one.code}`) : one.message}
          </List.Item>
        ))}
      </List>
      {short && data && data.items.length > 0 && (
        <div style={{ marginTop: 8 }}>
          <ShortageList shortages={data.items.map((one) => one.shortage)} timeZone={event.timeZone} />
        </div>
      )}
    </>
  )
}

const despiteInput = z.object({ despite: z.string().trim().min(1).max(500) })
type DespiteInput = { despite: string }

/** What the server, or the event's page, found missing. */
function RefusedDialog(props: { asked: Asked; missing: Missing[]; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const can = useCan()
  const { event, phase, own } = props.asked
  const name = own?.name ?? t(`events.phases.${phase}`)
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{t('events.notReady', { name: event.name, phase: name })}</Text>}>
      <Stack gap="md">
        <MissingList missing={props.missing} event={event} />
        {onlyStock(props.missing) && can('OVERBOOK') ? (
          <ResourceForm<DespiteInput, Event>
            schema={despiteInput}
            values={{ despite: '' }}
            inDialog
            submitLabel={t('events.overbook')}
            onCancel={props.onClose}
            save={({ despite }) => moveEvent(event.id, own ? { ownPhaseId: own.id, despite } : { phase, despite })}
            onSaved={() => void props.onDone()}
          >
            <TextAreaField
              name="despite"
              label={t('events.despite')}
              description={t('events.despiteHint')}
              required
              rows={2}
              maxLength={500}
            />
          </ResourceForm>
        ) : (
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common.close')}
            </Button>
            <ButtonLink to={`/events/${event.id}` as '/'} data-autofocus>
              {t('events.open')}
            </ButtonLink>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

const cancelInput = z.object({ reason: z.string().trim().min(1).max(1000) })
type CancelInput = { reason: string }

function CancelDialog({ asked, onClose, onDone }: { asked: Asked; onClose: () => void; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation()
  const { event, phase, own } = asked
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('events.cancelTitle', { name: event.name })}</Text>}>
      <Stack gap="md">
        <Alert color="warn">{t('events.cancelText')}</Alert>
        <ResourceForm<CancelInput, Event>
          schema={cancelInput}
          values={{ reason: '' }}
          inDialog
          submitLabel={t('events.cancelEvent')}
          onCancel={onClose}
          save={({ reason }) => moveEvent(event.id, own ? { ownPhaseId: own.id, reason } : { phase, reason })}
          onSaved={() => void onDone()}
        >
          <TextAreaField
            name="reason"
            label={t('events.cancelReason')}
            description={t('events.cancelReasonHint')}
            required
            rows={2}
            maxLength={1000}
          />
        </ResourceForm>
      </Stack>
    </Modal>
  )
}
