import { Group } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChips, FilterMenu } from '@/components/grid/Filters'
import { useGridState } from '@/components/grid/useGridState'
import { TextLink } from '@/components/Link'
import { LoadProblem } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { boardQuery, SHOWN } from '../api/board'
import type { Event } from '../api/events'
import { type Phase, phaseColour, successors, way } from '../model/phases'
import classes from './Board.module.css'
import { BoardCard } from './BoardCard'
import { useEventFilters } from './EventGrid'
import { EventsTabs } from './EventsTabs'
import { useMove } from './useMove'

/** A column for each phase. An event moves by dragging it or by its menu; what is missing for that is said as on its page. */
export function BoardPage() {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const can = useCan()
  // Whoever goes by the keyboard stays on the card, in its new column.
  const mover = useMove(({ id }) => {
    requestAnimationFrame(() => board.current?.querySelector<HTMLElement>(`[data-event="${id}"] button`)?.focus())
  })
  const board = useRef<HTMLDivElement>(null)
  const all = useEventFilters(false)
  const filters = useMemo(() => all.filter((one) => one.id !== 'phase'), [all])
  const [state, setState] = useGridState(
    filters.map((one) => one.id),
    '',
    true,
  )
  const columns = useQueries({ queries: way.map((phase) => boardQuery(phase, state.filters)) })
  const [dragged, setDragged] = useState<Event>()
  const [over, setOver] = useState<string>()
  const editable = can('EVENT_EDIT')
  const noWay = ({ name, phase }: Event, to: Phase) => {
    const words = (one: Phase) => t(`events.phases.${one}`)
    const possible = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(successors[phase].map(words))
    return t('events.noWay', { name, from: words(phase), to: words(to), possible })
  }
  const failed = columns.find((one) => one.isError)
  return (
    <EventsTabs tab="/events/board">
      <Group gap="sm" mb="sm">
        <FilterMenu filters={filters} state={state} onChange={setState} />
        <FilterChips filters={filters} state={state} onChange={setState} />
      </Group>
      {failed ? (
        <LoadProblem error={failed.error} retry={() => columns.forEach((one) => void one.refetch())} />
      ) : (
        <div ref={board} className={classes.board} tabIndex={0} role="region" aria-label={t('events.board')}>
          {way.map((phase, index) => {
            const { data, isPending } = columns[index]!
            const takes = dragged !== undefined && successors[dragged.phase].includes(phase)
            const off = dragged !== undefined && !takes && dragged.phase !== phase
            return (
              <section
                key={phase}
                className={classes.column}
                aria-label={t(`events.phases.${phase}`)}
                aria-busy={isPending}
                data-takes={takes || undefined}
                data-over={(takes && over === phase) || undefined}
                data-off={off || undefined}
                onDragOver={(event) => {
                  // Where it may not go, too: what is let go there is told why it stays.
                  if (!dragged) return
                  event.preventDefault()
                  event.dataTransfer.dropEffect = 'move'
                  setOver(phase)
                }}
                onDrop={(event) => {
                  event.preventDefault()
                  if (dragged && takes) void mover.move(dragged, phase)
                  else if (dragged && off) showProblem(noWay(dragged, phase))
                  setDragged(undefined)
                }}
              >
                <header className={classes.head}>
                  <span style={{ background: phaseColour[phase] }} aria-hidden />
                  <h2>{t(`events.phases.${phase}`)}</h2>
                  <span className="num">{data && format.number(data.total)}</span>
                </header>
                <ul className={classes.cards}>
                  {data?.items.map((one) => (
                    <BoardCard
                      key={one.id}
                      event={one}
                      editable={editable}
                      dragged={dragged?.id === one.id}
                      onDrag={(now) => {
                        setDragged(now ? one : undefined)
                        setOver(undefined)
                      }}
                      move={(to) => void mover.move(one, to)}
                    />
                  ))}
                </ul>
                {data?.total === 0 && <p className={classes.none}>{t('events.noneHere')}</p>}
                {data && data.total > SHOWN && (
                  <TextLink to={'/events' as '/'} search={{ show: 'all', phase: [phase] } as never} size="sm">
                    {t('events.showAll', { number: format.number(data.total) })}
                  </TextLink>
                )}
              </section>
            )
          })}
        </div>
      )}
      {mover.dialogs}
    </EventsTabs>
  )
}
