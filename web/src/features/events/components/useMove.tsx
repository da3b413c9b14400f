import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { ButtonLink } from '@/components/Link'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { isProblem } from '@/lib/api/problem'
import { useProblemText } from '@/lib/problems'
import { z } from '@/lib/validation'
import { type Event, type OwnPhase, touchedByEvents } from '../api/events'
import { type Missing, type Move, moveEvent } from '../api/phase'
import type { Phase } from '../model/phases'

type Moved = Pick<Event, 'id' | 'name'>
type Asked = { event: Moved; phase: Phase; own?: OwnPhase }
export type Mover = ReturnType<typeof useMove>

/** Takes events from phase to phase: asks why one is cancelled, and says what is missing where the server refuses. */
export function useMove(): {
  busy: boolean
  move: (event: Moved, phase: Phase, own?: OwnPhase) => Promise<void>
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
          <Modal
            opened
            onClose={() => setRefused(undefined)}
            title={
              <Text fw={650}>
                {t('events.notReady', {
                  name: refused.event.name,
                  phase: refused.own?.name ?? t(`events.phases.${refused.phase}`),
                })}
              </Text>
            }
          >
            <MissingList missing={refused.missing} />
            <Group justify="flex-end" mt="lg">
              <Button variant="default" onClick={() => setRefused(undefined)}>
                {t('common.close')}
              </Button>
              <ButtonLink to={`/events/${refused.event.id}` as '/'} data-autofocus>
                {t('events.open')}
              </ButtonLink>
            </Group>
          </Modal>
        )}
      </>
    ),
  }
}

const known = ['client', 'planner', 'pull-list']

/** What is missing for a phase, each with what to do. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation()
  return (
    <List size="sm" spacing={4}>
      {missing.map((one) => (
        <List.Item key={one.code + one.message}>
          {known.includes(one.code) ? t(`events.missing.${one.code}`) : one.message}
        </List.Item>
      ))}
    </List>
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
