import { Button, Card, Group, Menu, Text } from '@mantine/core'
import { IconAlertCircle, IconArrowBackUp, IconArrowRight, IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import type { Event, OwnPhase } from '../api/events'
import { type Next, wayQuery } from '../api/phase'
import { isOver, type Phase, phases, way as road, successors } from '../model/phases'
import { MissingList, onlyStock } from './MissingList'
import classes from './PhaseBar.module.css'
import type { Mover } from './useMove'

/** How far an event has come, where it may go, and what is missing for that. */
export function PhaseBar({ event, mover }: { event: Event; mover: Mover }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const { data: way } = useQuery(wayQuery(event.id))
  const at = phases.indexOf(event.phase)
  const cancelled = event.phase === 'CANCELLED'
  const name = (phase: Phase, own?: OwnPhase) => own?.name ?? t(`events.phases.${phase}`)
  const next = (way?.next ?? []).filter((one) => one.phase !== 'CANCELLED')
  // The one most want: the nearest forward.
  const main = next.find((one) => !one.back)
  const others = next.filter((one) => one !== main)
  // Own phases that mean the same: from one to the other without conditions.
  const own = way?.ownPhases ?? []
  const within = own.filter((one) => one.phase === event.phase && one.id !== event.ownPhaseId)
  const editable = can('EVENT_EDIT')
  return (
    <Card padding="md">
      {!cancelled && (
        <ol className={classes.steps} aria-label={t('events.phase')}>
          {road.map((phase, index) => {
            const here = index === at
            const past = index < at
            return (
              <li
                key={phase}
                className={classes.step}
                data-here={here || undefined}
                data-past={past || undefined}
                aria-current={here ? 'step' : undefined}
              >
                <span className={classes.mark} aria-hidden>
                  {past ? <IconCheck size={12} stroke={3} /> : null}
                </span>
                <span className={classes.word}>
                  {(here && event.ownPhaseName) ||
                    name(
                      phase,
                      own.find((one) => one.phase === phase),
                    )}
                </span>
              </li>
            )
          })}
        </ol>
      )}
      <Group justify="space-between" mt={cancelled ? undefined : 'sm'} gap="sm">
        <Text size="sm" c="dimmed">
          {cancelled ? (
            <>
              {t('events.cancelledSince', { when: format.dateTime(event.cancelledAt), reason: event.cancelReason })}
              <br />
              {t('events.cancelledFinal')}
            </>
          ) : (
            t('events.phaseSince', {
              phase: event.ownPhaseName ?? name(event.phase),
              when: format.dateTime(event.phaseSince),
            })
          )}
        </Text>
        {editable && way && (
          <Group gap="xs">
            {(others.length > 0 || within.length > 0) && (
              <Menu width={270}>
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                    {t('events.otherMoves')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {within.map((own) => (
                    <Menu.Item key={own.id} onClick={() => void mover.move(event, event.phase, own)}>
                      {t('events.moveTo', { phase: own.name })}
                    </Menu.Item>
                  ))}
                  {others.flatMap((one) =>
                    doorsOf(one).map((own) => (
                      <Menu.Item
                        key={one.phase + (own?.id ?? '')}
                        leftSection={
                          one.back ? <IconArrowBackUp size={16} aria-hidden /> : <IconArrowRight size={16} aria-hidden />
                        }
                        disabled={!one.permitted}
                        onClick={() => void mover.move(event, one.phase, own)}
                      >
                        {t(one.back ? 'events.backTo' : 'events.moveTo', { phase: name(one.phase, own) })}
                        {one.missing.length > 0 && (
                          <Text size="xs" c="dimmed">
                            {t('events.missingCount', { count: one.missing.length })}
                          </Text>
                        )}
                      </Menu.Item>
                    )),
                  )}
                  {!isOver(event.phase) && !successors[event.phase].includes('CANCELLED') && (
                    <Menu.Label style={{ whiteSpace: 'normal' }}>{t('events.notCancelledNow')}</Menu.Label>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
            {main &&
              doorsOf(main).map((own, index) => (
                <Button
                  key={own?.id ?? main.phase}
                  variant={index === 0 ? 'filled' : 'default'}
                  rightSection={<IconArrowRight size={16} aria-hidden />}
                  loading={mover.busy}
                  disabled={!main.permitted || main.missing.length > 0}
                  onClick={() => void mover.move(event, main.phase, own)}
                >
                  {t('events.moveTo', { phase: name(main.phase, own) })}
                </Button>
              ))}
          </Group>
        )}
      </Group>
      {editable && main && main.missing.length > 0 && (
        <div className={classes.missing} role="note">
          <IconAlertCircle size={18} aria-hidden />
          <div>
            <Text size="sm" fw={550} mb={2}>
              {t('events.missingFor', { phase: name(main.phase, main.ownPhases[0]) })}
            </Text>
            <MissingList missing={main.missing} event={event} phase={main.phase} brief />
            {onlyStock(main.missing) && main.permitted && can('OVERBOOK') && (
              <Button
                variant="default"
                size="xs"
                mt="xs"
                onClick={() => mover.explain(event, main.missing, main.phase, main.ownPhases[0])}
              >
                {t(main.phase === 'CONFIRMED' ? 'events.overbook' : 'events.goOn')}
              </Button>
            )}
          </div>
        </div>
      )}
      {editable && main && !main.permitted && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('events.notPermitted')}
        </Text>
      )}
    </Card>
  )
}

/** Ways into a phase: each own one that means it, or the phase itself. */
const doorsOf = (next: Next): (OwnPhase | undefined)[] => (next.ownPhases.length > 0 ? next.ownPhases : [undefined])
