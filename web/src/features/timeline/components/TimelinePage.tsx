import { ActionIcon, Button, Group } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChartBar, IconList, IconPrinter, IconTimeline } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { useWindow } from '@/components/grid/useWindow'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { LoadProblem } from '@/components/QueryState'
import { useCan } from '@/lib/session'
import type { Row } from '../api/timeline'
import { nextZoom } from '../model/scale'
import { Legend } from './Legend'
import classes from './Timeline.module.css'
import { ROWS_AT_ONCE, TimelineGrid } from './TimelineGrid'
import { TimelineList } from './TimelineList'
import { TimelinePaper } from './TimelinePaper'
import { RowControls, TimeControls } from './Toolbar'
import { useCanvas } from './useCanvas'
import { rowsSpan } from './useContents'
import { useMoving } from './useMoving'
import { usePaper } from './usePaper'
import { beginningToday, useTimelineState } from './useTimelineState'

/** Who takes what when: a row for each product, category, asset, event or warehouse, with what there is of it below. */
export function TimelinePage() {
  const { t } = useTranslation()
  const can = useCan()
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) ?? false
  const labelWidth = phone ? 124 : 250
  const state = useTimelineState()
  const { by, zoom, set } = state
  const canvas = useCanvas({ zoom, zone: state.zone, start: state.start, labelWidth, onRest: state.setFrom })
  const moving = useMoving()
  const [look, setLook] = useState({ first: 0, last: 30 })
  const onLook = useCallback(
    (first: number, last: number) => setLook((old) => (old.first === first && old.last === last ? old : { first, last })),
    [],
  )
  // Events are those of the time that is looked at; all else has its rows whatever the time.
  const inSight = useMemo(() => rowsSpan(canvas.view), [canvas.view])
  // An event that is on its way to far dates keeps its row.
  const sight = useRef(inSight)
  if (!moving.move) sight.current = inSight
  const { from, to } = sight.current
  const fixed = useMemo(
    () => ({
      by: by.toUpperCase(),
      q: state.q || undefined,
      warehouse: state.warehouse,
      category: by === 'event' || by === 'warehouse' ? undefined : state.category,
    }),
    [by, state.q, state.warehouse, state.category],
  )
  const query = useMemo(() => (by === 'event' ? { ...fixed, from, to } : fixed), [by, fixed, from, to])
  const rows = useWindow<Row>(
    'timeline',
    '/timeline/rows',
    query,
    look.first,
    look.last,
    undefined,
    'id',
    undefined,
    ROWS_AT_ONCE,
  )
  const counted = by !== 'asset' && by !== 'event'
  const { paper, fetching, print } = usePaper({ state, view: canvas.view, rows })

  const keys = useRef({ state, canvas, moving })
  keys.current = { state, canvas, moving }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if ((event.target as HTMLElement | null)?.closest('input, textarea, select, [contenteditable=true], [role=dialog]')) return
      const { state: s, canvas: c } = keys.current
      if (event.key === '+' || event.key === '-') s.set({ zoom: nextZoom(s.zoom, event.key === '+') })
      else if (event.key === 't' || event.key === 'T') c.show(beginningToday(c.now, s.zoom))
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const nothing = !rows.pending && !rows.refreshing && rows.total === 0
  const filtered = Boolean(state.q || state.warehouse || state.category)
  return (
    <>
      <div className={state.list ? undefined : classes.screen}>
        <PageHeader
          title={t('timeline.title')}
          text={t('timeline.text', { count: rows.total, number: state.format.number(rows.total), zone: state.zone })}
        >
          <Group gap="xs" className={classes.screen}>
            <TimeControls state={state} canvas={canvas} phone={phone} />
            <ActionIcon
              aria-label={t(state.list ? 'timeline.asDrawing' : 'timeline.asList')}
              title={t(state.list ? 'timeline.asDrawing' : 'timeline.asList')}
              onClick={() => set({ view: state.list ? undefined : 'list' })}
            >
              {state.list ? <IconChartBar size={18} aria-hidden /> : <IconList size={18} aria-hidden />}
            </ActionIcon>
            {!phone && (
              <ActionIcon
                aria-label={t('timeline.print')}
                title={t('timeline.print')}
                loading={fetching}
                onClick={() => (state.list ? window.print() : void print())}
              >
                <IconPrinter size={18} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        </PageHeader>
      </div>
      <RowControls state={state} phone={phone} />
      {rows.error ? (
        <LoadProblem error={rows.error} retry={rows.retry} />
      ) : state.list ? (
        <TimelineList key={JSON.stringify(fixed)} state={state} query={query} from={canvas.view.from} to={canvas.view.to} />
      ) : (
        <div className={classes.screen}>
          <TimelineGrid
            state={state}
            canvas={canvas}
            labelWidth={labelWidth}
            rows={rows}
            onLook={onLook}
            rowsKey={JSON.stringify(fixed)}
            moving={moving}
          />
          {nothing && (
            <EmptyState
              icon={IconTimeline}
              title={t(filtered ? 'timeline.noneFound' : by === 'event' ? 'timeline.noEvents' : 'timeline.none')}
              text={t(filtered ? 'timeline.noneFoundText' : by === 'event' ? 'timeline.noEventsText' : 'timeline.noneText')}
            >
              {filtered ? (
                <Button variant="default" onClick={() => set({ q: undefined, warehouse: undefined, category: undefined })}>
                  {t('timeline.showAll')}
                </Button>
              ) : by === 'event' && can('EVENT_EDIT') ? (
                <ButtonLink to={'/events/new' as '/'}>{t('timeline.newEvent')}</ButtonLink>
              ) : null}
            </EmptyState>
          )}
          <Legend counted={counted} assets={by === 'asset'} phone={phone} />
        </div>
      )}
      {paper && !state.list && <TimelinePaper state={state} paper={paper} now={canvas.now} />}
    </>
  )
}
