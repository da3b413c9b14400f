import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconReceiptEuro, IconRefresh } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { TextLink } from '@/components/Link'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { type CloseOut, type Condition, type Cost, type Invoice, type Thing, touched } from '../api/finance'
import classes from './CloseOut.module.css'

/** Nothing to do any more, something to do, or something that somebody should look at. */
type Standing = 'done' | 'open' | 'look'
const signs = { done: IconCircleCheck, open: IconCircle, look: IconAlertTriangle }
const refreshed = [...touched, 'events', 'deals', 'activity'] as const

/** Step by step, what is left to do before an event is closed; then it is closed here. */
export function CloseOutCard({ closeOut, eventId }: { closeOut: CloseOut; eventId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const navigate = useNavigate()
  const text = useProblemText()
  const refresh = useRefresh(refreshed)
  const [busy, setBusy] = useState(false)
  const closed = closeOut.phase === 'CLOSED'
  const act = async (run: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await run()
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
    setBusy(false)
  }
  const gather = () =>
    act(async () => {
      const { items } = await api.post<Page<Cost>>(`/events/${eventId}/gathered-costs`, {})
      showDone(items.length === 0 ? t('finance.gatheredNone') : t('finance.gatheredN', { count: items.length }))
    })
  const chargeOn = () =>
    act(async () => {
      const made = await api.post<Invoice>(`/events/${eventId}/charged-costs`, {})
      await navigate({ href: `/invoices/${made.id}` })
    })
  const close = async () => {
    await api.post(`/events/${eventId}/phase`, { phase: 'CLOSED' })
    showDone(t('finance.closedDone', { name: closeOut.event.name }))
    await refresh()
  }
  const askToClose = () => {
    const left = closeOut.gathered + closeOut.toCharge.length + closeOut.drafts.length
    if (left === 0) return void act(close)
    confirm({
      title: t('finance.closeTitle', { name: closeOut.event.name }),
      text: t('finance.closeText'),
      action: t('finance.close'),
      run: close,
    })
  }
  const cancelled = closeOut.phase === 'CANCELLED'
  // Who may not close it is not told of something that they could do later.
  const soon = closeOut.closes || ['LOAD_IN', 'DE_PREP'].includes(closeOut.phase)
  const last = closed
    ? 'finance.closed'
    : closeOut.conditions.length > 0
      ? 'finance.beforeClosing'
      : soon
        ? 'finance.closesLast'
        : 'finance.closesLater'
  const out = closeOut.missing.length > 0 || closeOut.conditions.some((one) => one.code === 'not-returned')
  return (
    <Card padding="lg">
      <Title order={2} size="h4" mb="sm">
        {t('finance.closeOut')}
      </Title>
      <Stack component="ol" gap="sm" className={classes.steps}>
        <Step
          standing={out ? 'open' : 'done'}
          title={
            closeOut.back > 0
              ? t('finance.backN', { count: closeOut.back, n: format.number(closeOut.back) })
              : t(out ? 'finance.noneBack' : 'finance.nothingOut')
          }
        >
          {closeOut.missing.length > 0 && (
            <Things label={t('finance.missing', { n: closeOut.missing.length })} things={closeOut.missing} />
          )}
        </Step>
        {closeOut.lost.length > 0 && (
          <Step standing="look" title={t('finance.lost', { n: closeOut.lost.length })}>
            <Things things={closeOut.lost} />
          </Step>
        )}
        <Step
          standing={closeOut.damaged.length > 0 ? 'look' : 'done'}
          title={closeOut.damaged.length > 0 ? t('finance.damaged', { n: closeOut.damaged.length }) : t('finance.noDamage')}
        >
          {closeOut.damaged.length > 0 && <Things things={closeOut.damaged} />}
        </Step>
        <Step
          standing={closeOut.gathered > 0 ? 'open' : 'done'}
          title={t(closeOut.gathered > 0 ? 'finance.costsKnown' : 'finance.costsTaken')}
          action={
            can('COST_EDIT') && (
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                leftSection={<IconRefresh size={14} aria-hidden />}
                onClick={() => void gather()}
              >
                {t('finance.gather', { n: closeOut.gathered })}
              </Button>
            )
          }
        />
        <Step
          standing={closeOut.toCharge.length > 0 ? 'open' : 'done'}
          title={t(closeOut.toCharge.length > 0 ? 'finance.toCharge' : 'finance.nothingToCharge')}
          action={
            can('INVOICE_EDIT') &&
            closeOut.toCharge.length > 0 && (
              <Button
                size="xs"
                disabled={busy}
                leftSection={<IconReceiptEuro size={14} aria-hidden />}
                onClick={() => void chargeOn()}
              >
                {t('finance.chargeOn', { n: closeOut.toCharge.length })}
              </Button>
            )
          }
        >
          {closeOut.toCharge.map((one) => (
            <Text key={one.id} size="sm" c="dimmed">
              {one.text} · <span className="num">{format.money(one.amount)}</span>
            </Text>
          ))}
        </Step>
        {(closeOut.drafts.length > 0 || closeOut.open.length > 0) && (
          <Step
            standing="open"
            title={
              closeOut.drafts.length > 0
                ? t('finance.draftsLeft', { count: closeOut.drafts.length })
                : t('finance.stillOpen', { sum: closeOut.open.map((one) => format.money(one)).join(', ') })
            }
          >
            {closeOut.drafts.map((one) => (
              <TextLink key={one.id} to={`/invoices/${one.id}` as '/'} size="sm" display="block">
                {`${t(`finance.kinds.${one.kind}`)} ${one.title} · ${format.money(one.gross)}`}
              </TextLink>
            ))}
            {closeOut.drafts.length > 0 && closeOut.open.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('finance.stillOpen', { sum: closeOut.open.map((one) => format.money(one)).join(', ') })}
              </Text>
            )}
          </Step>
        )}
        {!cancelled && (
          <Step
            standing={closed ? 'done' : 'open'}
            title={t(last)}
            action={
              !closed &&
              closeOut.closes &&
              closeOut.conditions.length === 0 && (
                <Button size="xs" disabled={busy} leftSection={<IconCircleCheck size={14} aria-hidden />} onClick={askToClose}>
                  {t('finance.close')}
                </Button>
              )
            }
          >
            {closeOut.conditions.map((one) => (
              <ConditionLine key={one.code + one.message} condition={one} />
            ))}
          </Step>
        )}
      </Stack>
    </Card>
  )
}

function Step(props: { standing: Standing; title: string; action?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation()
  const Sign = signs[props.standing]
  return (
    <li className={classes.step} data-standing={props.standing} data-act={props.action ? true : undefined}>
      <Sign size={18} stroke={1.8} role="img" aria-label={t(`finance.standings.${props.standing}`)} />
      <div>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={props.standing === 'done' ? undefined : 600}>
            {props.title}
          </Text>
          {props.action}
        </Group>
        {props.children}
      </div>
    </li>
  )
}

function Things({ label, things }: { label?: string; things: Thing[] }) {
  return (
    <Text size="sm">
      {label && `${label}: `}
      {things.map((one, index) => (
        <span key={one.id}>
          {index > 0 && ', '}
          <TextLink to={(kindPath(one.kind, one.id) ?? '/') as '/'} inherit>
            {one.number} {one.name}
          </TextLink>
        </span>
      ))}
    </Text>
  )
}

const known = ['not-returned', 'not-given-back']

/** What the last phase asks for; what a rule of later days says, in its own words. */
function ConditionLine({ condition }: { condition: Condition }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!known.includes(condition.code)) return <Text size="sm">{condition.message}</Text>
  const more = condition.count - condition.names.length
  const names = condition.names.join(', ') + (more > 0 ? ` ${t('finance.andMore', { number: format.number(more) })}` : '')
  return <Text size="sm">{t(`finance.conditions.${condition.code}`, { names })}</Text>
}
