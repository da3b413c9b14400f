import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
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
import { needsReason, type Phase } from '../model/phases'
import { MissingList, onlyStock } from './MissingList'

type Moved = Pick<Event, 'id' | 'name' | 'phase' | 'timeZone'>
type Asked = { event: Moved; phase: Phase; own?: OwnPhase }
export type Mover = ReturnType<typeof useMove>

/** Takes events from phase to phase: asks why one is cancelled or taken back, and says what is missing where the server refuses. */
export function useMove(onMoved?: (event: Moved) => void): {
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
  const [explained, setExplained] = useState<Asked>()
  const [refused, setRefused] = useState<Asked & { missing: Missing[] }>()

  const done = async (asked: Asked) => {
    await refresh()
    onMoved?.(asked.event)
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
      const missing = missingOf(error)
      if (missing) setRefused({ ...asked, missing })
      else showProblem(text(error))
      await refresh()
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    move: async (event, phase, own) => {
      if (needsReason(event.phase, phase)) setExplained({ event, phase, own })
      else await send({ event, phase, own })
    },
    explain: (event, missing, phase, own) => setRefused({ event, missing, phase, own }),
    dialogs: (
      <>
        {explained && (
          <ReasonDialog
            asked={explained}
            onClose={() => setExplained(undefined)}
            onRefused={(missing) => {
              setExplained(undefined)
              setRefused({ ...explained, missing })
            }}
            onDone={async () => {
              setExplained(undefined)
              await done(explained)
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

const missingOf = (error: unknown) =>
  isProblem(error, 'event-not-ready') ? ((error.facts.missing ?? []) as Missing[]) : undefined

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
        <MissingList missing={props.missing} event={event} phase={phase} onLeave={props.onClose} />
        {onlyStock(props.missing) && can('OVERBOOK') ? (
          <ResourceForm<DespiteInput, Event>
            schema={despiteInput}
            values={{ despite: '' }}
            inDialog
            submitLabel={t(phase === 'CONFIRMED' ? 'events.overbook' : 'events.goOn')}
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
            <ButtonLink to={`/events/${event.id}` as '/'} onClick={props.onClose} data-autofocus>
              {t('events.open')}
            </ButtonLink>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

const reasonInput = z.object({ reason: z.string().trim().min(1).max(1000) })
type ReasonInput = { reason: string }

/** Why it is cancelled, or taken back to what it was before. */
function ReasonDialog(props: {
  asked: Asked
  onClose: () => void
  onRefused: (missing: Missing[]) => void
  onDone: () => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { event, phase, own } = props.asked
  const cancels = phase === 'CANCELLED'
  const name = own?.name ?? t(`events.phases.${phase}`)
  const title = cancels ? t('events.cancelTitle', { name: event.name }) : t('events.backTitle', { name: event.name, phase: name })
  const save = async ({ reason }: ReasonInput) => {
    try {
      return await moveEvent(event.id, own ? { ownPhaseId: own.id, reason } : { phase, reason })
    } catch (error) {
      const missing = missingOf(error)
      if (missing) props.onRefused(missing)
      throw error
    }
  }
  return (
    <Modal opened onClose={props.onClose} title={<Text fw={650}>{title}</Text>}>
      <Stack gap="md">
        <Alert color={cancels ? 'warn' : 'info'}>{t(cancels ? 'events.cancelText' : 'events.backText')}</Alert>
        <ResourceForm<ReasonInput, Event>
          schema={reasonInput}
          values={{ reason: '' }}
          inDialog
          submitLabel={cancels ? t('events.cancelEvent') : t('events.backTo', { phase: name })}
          onCancel={props.onClose}
          save={save}
          onSaved={() => void props.onDone()}
        >
          <TextAreaField
            name="reason"
            label={t('events.reason')}
            description={t('events.reasonHint')}
            required
            rows={2}
            maxLength={1000}
          />
        </ResourceForm>
      </Stack>
    </Modal>
  )
}
