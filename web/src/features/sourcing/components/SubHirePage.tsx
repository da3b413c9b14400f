import { Box, Button, Card, Group, Menu, Text } from '@mantine/core'
import { IconArrowBackUp, IconArrowsExchange, IconBan, IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DetailPage, type Fact } from '@/components/DetailPage'
import { HistoryList } from '@/components/HistoryList'
import { later } from '@/components/later'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem, showUndo } from '@/components/toasts'
import { useDespite } from '@/components/useDespite'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan, useMe } from '@/lib/session'
import {
  isLate,
  isOver,
  moveSubHire,
  type SubHire,
  type SubHireState,
  subHireBody,
  subHireInputOf,
  subHireQuery,
  tones,
  touched,
  way,
} from '../api/sourcing'
import classes from './Steps.module.css'
import { partnerText } from './SubHiresPage'
import { useLinked, useOrigin, useSaved } from './useSourced'

const SubHireForm = later(() => import('./SubHireForm').then((file) => file.SubHireForm))

/** One sub-hire: how far it is, and what follows. */
export function SubHirePage({ id }: { id: string }) {
  const query = useQuery(subHireQuery(id))
  return <QueryState query={query}>{(one) => <Loaded key={one.id} subHire={one} />}</QueryState>
}

function Loaded({ subHire }: { subHire: SubHire }) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const me = useMe()
  const text = useProblemText()
  const refresh = useRefresh(touched)
  const zone = me.company.timeZone || 'UTC'
  const path = `/sub-hires/${subHire.id}`
  const word = (state: SubHireState) => t(`sourcing.states.${subHire.direction}.${state}`)
  const saved = useSaved(path, (one: SubHire) => subHireInputOf(one, zone))
  const editable = can('SOURCE_EDIT') && !isOver(subHire.state)

  const { attempt, dialog } = useDespite(
    { text: t('sourcing.notFreeText'), label: t('sourcing.reason'), action: t('sourcing.lendAnyway') },
    format.dateTime,
  )

  const move = async (state: SubHireState, quiet?: boolean) => {
    try {
      const moved = await attempt((despite) => moveSubHire(subHire.id, state, despite))
      const message = t('sourcing.moved', { number: subHire.number, state: word(state) })
      if (!quiet && moved.next.includes(subHire.state)) showUndo(message, () => move(subHire.state, true))
      else showDone(message)
    } catch (error) {
      showProblem(text(error))
    }
    await refresh()
  }

  return (
    <>
      <DetailPage
        parent={{ to: '/sub-hires', label: t('sourcing.subHires') }}
        title={`${format.number(subHire.quantity)} × ${subHire.product.name}`}
        subtitle={[subHire.number, partnerText(t, subHire), format.dates(subHire.from, subHire.to)].join(' · ')}
        picture={<IconArrowsExchange size={44} stroke={1.3} aria-hidden />}
        badges={
          <>
            <StatusBadge tone={tones[subHire.state]}>{word(subHire.state)}</StatusBadge>
            {isLate(subHire) && <StatusBadge tone="bad">{t('sourcing.late')}</StatusBadge>}
          </>
        }
        notice={<Steps subHire={subHire} word={word} move={can('SOURCE_EDIT') ? (state) => void move(state) : undefined} />}
        facts={useFacts(subHire)}
        tabs={[
          {
            id: 'details',
            label: t('sourcing.details'),
            content: (
              <Card padding="lg">
                {isOver(subHire.state) && (
                  <Text size="sm" c="dimmed" mb="md">
                    {t('sourcing.overText')}
                  </Text>
                )}
                <SubHireForm
                  subHire={subHire}
                  values={subHireInputOf(subHire, zone)}
                  version={subHire.version}
                  disabled={!editable}
                  changes={(changed) => subHireBody(changed, zone)}
                  save={(_, { changed, version }) => api.patch<SubHire>(path, subHireBody(changed, zone), { version })}
                  {...saved}
                />
              </Card>
            ),
          },
          { id: 'history', label: t('sourcing.history'), content: <HistoryList path={`${path}/history`} /> },
        ]}
      />
      {dialog}
    </>
  )
}

/** How far it is on its way, with the step that comes next; steps back and aside stand in a menu. */
function Steps(props: { subHire: SubHire; word: (state: SubHireState) => string; move?: (state: SubHireState) => void }) {
  const { t } = useTranslation()
  const { subHire, word, move } = props
  const { state, next, direction } = subHire
  const at = (way as readonly SubHireState[]).indexOf(state)
  const following = way.find((one, index) => index > at && at >= 0 && next.includes(one))
  const others = next.filter((one) => one !== following)
  return (
    <Card padding="md">
      <Group justify="space-between" gap="md">
        <Box>
          <ol className={classes.way}>
            {way.map((one, index) => (
              <li key={one} data-done={index < at || undefined} aria-current={one === state ? 'step' : undefined}>
                <span className={classes.dot} aria-hidden>
                  {index < at && <IconCheck size={12} stroke={3} />}
                </span>
                {word(one)}
              </li>
            ))}
          </ol>
          <Text size="sm" c="dimmed" mt={8}>
            {t(`sourcing.means.${direction}.${state}`)}
          </Text>
        </Box>
        {move && (
          <Group gap="sm">
            {others.length > 0 && (
              <Menu width={220}>
                <Menu.Target>
                  <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                    {t('sourcing.otherMoves')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((one) => {
                    const aside = one === 'DECLINED' || one === 'CANCELLED'
                    const Sign = aside ? IconBan : IconArrowBackUp
                    return (
                      <Menu.Item
                        key={one}
                        leftSection={<Sign size={16} aria-hidden />}
                        color={aside ? 'var(--mantine-color-error)' : undefined}
                        onClick={() => move(one)}
                      >
                        {aside ? t(`sourcing.moves.${direction}.${one}`) : t('sourcing.backTo', { state: word(one) })}
                      </Menu.Item>
                    )
                  })}
                </Menu.Dropdown>
              </Menu>
            )}
            {following && (
              <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={() => move(following)}>
                {t(`sourcing.moves.${direction}.${following}`)}
              </Button>
            )}
          </Group>
        )}
      </Group>
    </Card>
  )
}

function useFacts(subHire: SubHire): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const link = useLinked()
  const origin = useOrigin(subHire)
  const { partner, product, warehouse, event } = subHire
  return [
    link(t('sourcing.partner'), partner.name, `/clients/${partner.id}`, 'CLIENT_READ'),
    link(t('sourcing.product'), product.name, `/products/${product.id}`, 'PRODUCT_READ'),
    link(t('sourcing.warehouse'), warehouse.name, `/locations/${warehouse.id}`, 'LOCATION_READ'),
    ...(event ? [link(t('sourcing.event'), event.name, `/events/${event.id}`, 'EVENT_READ')] : []),
    { label: t('sourcing.cost'), value: <span className="num">{format.money(subHire.cost)}</span> },
    ...origin,
  ]
}
