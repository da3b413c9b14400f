import { Alert, Drawer, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconLock, IconMoodEmpty, IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { Numbered } from '@/components/Numbered'
import { QueryState } from '@/components/QueryState'
import { showProblem, showUndo } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { isEndless, stretchText } from '@/lib/stretch'
import {
  type Answers,
  type Lacking,
  type Menu,
  type Offer,
  remediesQuery,
  resolve,
  touchedByResolutions,
} from '../api/resolutions'
import { OfferCard } from './OfferCard'
import classes from './Resolve.module.css'
import { useUndoResolution } from './useRemedies'
import { useWhen } from './useWhen'

type Props = { lacking: Lacking; item: string; event: string; timeZone: string; onClose: () => void }

/** What can be done about a shortage, best first; one click does it, another takes it back. */
export function ResolveDrawer({ lacking, item, event, timeZone, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(remediesQuery(lacking))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text fw={650} component="span">
          {t('events.resolve.title', { item })}
        </Text>
      }
    >
      <Text size="sm" c="dimmed" mb="md">
        <Numbered>{event}</Numbered>
      </Text>
      <QueryState query={query} lines={6}>
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t('events.resolve.solved')} text={t('events.resolve.solvedText')} />
          ) : (
            <Stack gap="xl">
              {items.map((menu) => (
                <Offers
                  key={menu.shortage.period.from}
                  menu={menu}
                  lacking={lacking}
                  timeZone={timeZone}
                  onDone={() => items.length === 1 && onClose()}
                />
              ))}
              {more > 0 && (
                <Text size="sm" c="dimmed">
                  {t('events.resolve.more', { count: more, number: format.number(more) })}
                </Text>
              )}
            </Stack>
          )
        }
      </QueryState>
    </Drawer>
  )
}

type OffersProps = { menu: Menu; lacking: Lacking; timeZone: string; onDone: () => void }

function Offers({ menu, lacking, timeZone, onDone }: OffersProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const when = useWhen()(timeZone)
  const span = isEndless(menu.shortage.period.to)
    ? stretchText(t, menu.shortage.period, when.moment)
    : when.span(menu.shortage.period)
  const refresh = useRefresh(touchedByResolutions)
  const undo = useUndoResolution()
  const [busy, setBusy] = useState<string>()
  const { shortage } = menu
  const take = async (offer: Offer, answers: Answers) => {
    setBusy(offer.id)
    try {
      const done = await resolve(lacking, offer.id, answers)
      showUndo(t('events.resolve.done', { number: format.number(done.covers), item: done.item }), () => undo(done))
      if (offer.covers >= shortage.quantity && offer.parts.every((part) => part.remedy !== 'SUB_HIRE')) onDone()
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
    setBusy(undefined)
  }
  return (
    <section aria-label={`${shortage.item}, ${span}`}>
      <Text mb="xs">
        <b className={`num ${classes.lacking}`}>−{format.number(shortage.quantity)}</b> {shortage.warehouse}, {span}
      </Text>
      {menu.locked && (
        <Alert color="info" icon={<IconLock aria-hidden />} mb="sm">
          {t('events.resolve.locked')}
        </Alert>
      )}
      {menu.asked.map((one) => (
        <Alert key={one.subHireId} color="info" icon={<IconTruckDelivery aria-hidden />} mb="sm">
          {t(one.accepted ? 'events.resolve.promised' : 'events.resolve.asked', {
            number: format.number(one.quantity),
            partner: one.partner,
            request: one.number,
          })}
        </Alert>
      ))}
      {menu.offers.length === 0 ? (
        <EmptyState icon={IconMoodEmpty} title={t('events.resolve.nothing')} text={t('events.resolve.nothingText')} />
      ) : (
        <ol className={classes.offers}>
          {menu.offers.map((offer) => (
            <OfferCard
              key={offer.id}
              offer={offer}
              lacking={shortage.quantity}
              when={when}
              busy={busy === offer.id}
              onTake={(answers) => void take(offer, answers)}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
