import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { IconBan, IconChecks, IconClipboardCheck, IconRefresh, IconScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirm } from '@/components/ConfirmDialog'
import { DetailPage } from '@/components/DetailPage'
import { TextAreaField } from '@/components/form/fields'
import { ResourceForm } from '@/components/form/ResourceForm'
import { HistoryList } from '@/components/HistoryList'
import { TextLink } from '@/components/Link'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { showDone, showProblem } from '@/components/toasts'
import { useRefresh } from '@/components/useRefresh'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useThingChanged } from '@/lib/event-stream'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import {
  abandonmentInput,
  type Correction,
  outcomes,
  outcomeTone,
  type Review,
  reviewQuery,
  type Stocktake,
  stocktakeQuery,
  stocktakeTone,
  touchedByStocktakes,
} from '../api/stocktakes'
import { ResultLines } from './ResultLines'
import { useFound } from './useFound'

/** One count: how far it is, what it found, and what follows. */
export function StocktakePage({ id }: { id: string }) {
  const query = useQuery(stocktakeQuery(id))
  const review = useQuery(reviewQuery(id))
  return (
    <QueryState query={query}>
      {(count) => <QueryState query={review}>{(found) => <Loaded key={count.id} count={count} review={found} />}</QueryState>}
    </QueryState>
  )
}

function Loaded({ count, review }: { count: Stocktake; review: Review }) {
  const { t } = useTranslation()
  const format = useFormat()
  const foundText = useFound()
  const text = useProblemText()
  const can = useCan()
  const navigate = useNavigate()
  const refresh = useRefresh(touchedByStocktakes)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [applying, setApplying] = useState(false)
  const [abandoning, setAbandoning] = useState(false)
  useThingChanged('stocktake', count.id, () => void refresh())
  const open = count.state === 'COUNTING' || count.state === 'TO_CONFIRM'
  const toScan = () => void navigate({ href: `/scan/stocktake/${count.id}` })
  const recount = async (keys: string[]) => {
    try {
      await api.post(`/stocktakes/${count.id}/recount`, { keys })
      showDone(t('stocktakes.countedAgain', { number: count.number }))
    } catch (problem) {
      showProblem(text(problem))
    }
    await refresh()
  }
  return (
    <>
      <DetailPage
        parent={{ to: '/stocktakes', label: t('stocktakes.title') }}
        title={count.number}
        subtitle={
          <TextLink to={`/locations/${count.location.id}` as '/'} size="sm">
            {count.location.name}
          </TextLink>
        }
        picture={<IconClipboardCheck size={44} stroke={1.3} aria-hidden />}
        badges={<StatusBadge tone={stocktakeTone[count.state]}>{t(`stocktakes.states.${count.state}`)}</StatusBadge>}
        primary={
          count.state === 'COUNTING'
            ? { label: t('stocktakes.scan'), icon: IconScan, run: toScan, needs: 'SCAN' }
            : count.state === 'TO_CONFIRM'
              ? {
                  label: t('stocktakes.confirm'),
                  icon: IconChecks,
                  run: () => setApplying(true),
                  needs: 'STOCK_ADJUST',
                  disabled: !review.mayConfirm,
                }
              : undefined
        }
        actions={
          open
            ? [
                ...(count.state === 'COUNTING'
                  ? [
                      {
                        label: t('stocktakes.finish'),
                        icon: IconClipboardCheck,
                        needs: 'SCAN',
                        run: () =>
                          confirm({
                            title: t('stocktakes.finishTitle', { number: count.number }),
                            text: t('stocktakes.finishText'),
                            action: t('stocktakes.finish'),
                            run: async () => {
                              await api.post(`/stocktakes/${count.id}/finish`, {})
                              await refresh()
                            },
                          }),
                      },
                    ]
                  : [{ label: t('stocktakes.goOn'), icon: IconRefresh, needs: 'SCAN', run: () => void recount([]) }]),
                {
                  label: t('stocktakes.abandon'),
                  icon: IconBan,
                  danger: true,
                  needs: 'STOCK_ADJUST',
                  run: () => setAbandoning(true),
                },
              ]
            : []
        }
        notice={<Notice count={count} review={review} mayAdjust={can('STOCK_ADJUST')} />}
        facts={[
          {
            label: t('stocktakes.found'),
            value: foundText(count),
          },
          { label: t('stocktakes.scope'), value: t(count.below ? 'stocktakes.withBelow' : 'stocktakes.withoutBelow') },
          {
            label: t('stocktakes.secondPerson'),
            value: t(count.secondPerson ? 'stocktakes.second.yes' : 'stocktakes.second.no'),
          },
          { label: t('stocktakes.started'), value: `${format.dateTime(count.startedAt)}, ${count.startedByName}` },
          { label: t('stocktakes.countedBy'), value: count.countedBy.join(', ') || '–' },
          ...(count.finishedAt
            ? [{ label: t('stocktakes.finished'), value: `${format.dateTime(count.finishedAt)}, ${count.finishedByName ?? '–'}` }]
            : []),
          ...(count.closedAt
            ? [{ label: t('stocktakes.closed'), value: `${format.dateTime(count.closedAt)}, ${count.closedByName ?? '–'}` }]
            : []),
          ...(count.note ? [{ label: t('stocktakes.note'), value: count.note }] : []),
        ]}
        tabs={[
          {
            id: 'lines',
            label: t('stocktakes.result'),
            content: (
              <Stack gap="md">
                <Outcomes review={review} />
                <ResultLines
                  count={count}
                  left={left}
                  onLeave={(ids) => setLeft(new Set([...left, ...ids]))}
                  onRecount={recount}
                />
              </Stack>
            ),
          },
          { id: 'history', label: t('stocktakes.history'), content: <HistoryList path={`/stocktakes/${count.id}/history`} /> },
        ]}
      />
      {applying && <Applying count={count} review={review} left={left} onClose={() => setApplying(false)} refresh={refresh} />}
      <Modal opened={abandoning} onClose={() => setAbandoning(false)} title={<Text fw={650}>{t('stocktakes.abandon')}</Text>}>
        <ResourceForm<{ reason: string }, Stocktake>
          schema={abandonmentInput}
          values={{ reason: '' }}
          inDialog
          submitLabel={t('stocktakes.abandon')}
          onCancel={() => setAbandoning(false)}
          save={(input) => api.post<Stocktake>(`/stocktakes/${count.id}/abandonment`, input)}
          onSaved={async () => {
            setAbandoning(false)
            await refresh()
          }}
        >
          <Text size="sm">{t('stocktakes.abandonText')}</Text>
          <TextAreaField name="reason" label={t('stocktakes.reason')} rows={2} required maxLength={1000} />
        </ResourceForm>
      </Modal>
    </>
  )
}

/** How many lines came out how. */
function Outcomes({ review }: { review: Review }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = outcomes.filter((one) => review.outcomes[one])
  if (shown.length === 0) return null
  return (
    <Group gap="xs">
      {shown.map((one) => (
        <StatusBadge key={one} tone={outcomeTone[one]}>
          {`${format.number(review.outcomes[one] ?? 0)} ${t(`stocktakes.outcomes.${one}`)}`}
        </StatusBadge>
      ))}
    </Group>
  )
}

function Notice({ count, review, mayAdjust }: { count: Stocktake; review: Review; mayAdjust: boolean }) {
  const { t } = useTranslation()
  if (count.state === 'ABANDONED')
    return (
      <Alert color="gray" title={t('stocktakes.abandonedTitle')}>
        {count.reason}
      </Alert>
    )
  if (count.state !== 'TO_CONFIRM') return null
  if (!review.mayConfirm && mayAdjust) return <Alert color="info">{t('stocktakes.second.needed')}</Alert>
  if (review.outcomes.CHANGED) return <Alert color="warn">{t('stocktakes.changedText')}</Alert>
  return null
}

/** All that follows, before it does. */
function Applying(props: {
  count: Stocktake
  review: Review
  left: ReadonlySet<string>
  onClose: () => void
  refresh: () => Promise<void>
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const { count, review, left, onClose, refresh } = props
  const [missing, setMissing] = useState<'LOST' | 'SET_ASIDE'>('LOST')
  const [busy, setBusy] = useState(false)
  const corrections = (Object.entries(review.corrections) as [Correction, number][]).filter(([one]) => one !== 'NONE')
  const apply = async () => {
    setBusy(true)
    try {
      await api.post(`/stocktakes/${count.id}/application`, { reviewed: review.reviewed, leave: [...left], missing })
      showDone(t('stocktakes.applied', { number: count.number }))
      onClose()
    } catch (problem) {
      showProblem(text(problem))
      if (isProblem(problem, 'stocktake-changed')) onClose()
    } finally {
      setBusy(false)
      await refresh()
    }
  }
  return (
    <Modal opened onClose={onClose} title={<Text fw={650}>{t('stocktakes.confirmTitle', { number: count.number })}</Text>}>
      <Stack>
        {corrections.length === 0 ? (
          <Text>{t('stocktakes.nothingFollows')}</Text>
        ) : (
          <>
            <Text>{t('stocktakes.follows')}</Text>
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {corrections.map(([one, n]) => (
                <li key={one}>
                  {format.number(n)} × {t(`stocktakes.sums.${one}`)}
                </li>
              ))}
            </ul>
            {left.size > 0 && <Text c="dimmed">{t('stocktakes.leftCount', { count: left.size })}</Text>}
          </>
        )}
        {Boolean(review.corrections.LOSE) && (
          <Radio.Group
            label={t('stocktakes.missing.label')}
            value={missing}
            onChange={(value) => setMissing(value as typeof missing)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="LOST" label={t('stocktakes.missing.LOST')} />
              <Radio value="SET_ASIDE" label={t('stocktakes.missing.SET_ASIDE')} />
            </Stack>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void apply()}>
            {t('stocktakes.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
