import { Group, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RemotePicker } from '@/components/form/RemotePicker'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import { useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { boardQuery, type Deal, pipelinesQuery, takes } from '../api/deals'
import classes from './Board.module.css'
import { DealCard } from './DealCard'
import { DealsTabs } from './DealsTabs'
import { useMoveDeal } from './useMoveDeal'

/** The stages of a pipeline beside each other, with what stands in them. A deal moves by dragging, by its menu or by key. */
export function BoardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const [pipeline, setPipeline] = useState<string | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const pipelines = useQuery(pipelinesQuery)
  const inUse = (pipelines.data?.items ?? []).filter((one) => !one.archivedAt)
  const query = useQuery(boardQuery({ pipeline: pipeline ?? undefined, owner: owner ?? undefined }))
  const board = useRef<HTMLDivElement>(null)
  // Whoever goes by the keyboard stays on the card, in its new column.
  const [follow, setFollow] = useState<{ id: string }>()
  const mover = useMoveDeal(({ id }) => setFollow({ id }))
  useEffect(() => {
    if (follow) board.current?.querySelector<HTMLElement>(`[data-deal="${follow.id}"] a`)?.focus()
  }, [follow])
  const [dragged, setDragged] = useState<Deal>()
  const [over, setOver] = useState<string>()
  const editable = can('DEAL_EDIT')
  return (
    <DealsTabs tab="/deals/board">
      <Group gap="sm" mb="sm" align="flex-end">
        {inUse.length > 1 && (
          <Select
            label={t('deals.pipeline')}
            data={inUse.map((one) => ({ value: one.id, label: one.name }))}
            value={pipeline ?? inUse[0]!.id}
            onChange={setPipeline}
            allowDeselect={false}
          />
        )}
        {can('USER_READ') && (
          <RemotePicker label={t('deals.owner')} endpoint="/users" value={owner} onChange={setOwner} clearable />
        )}
      </Group>
      <QueryState query={query}>
        {({ columns, closedSince }) => {
          const stages = columns.map((column) => column.stage)
          return (
            <>
              {editable && (
                <Text size="xs" c="dimmed" mb="xs">
                  {t('deals.keys')}
                </Text>
              )}
              <div ref={board} className={classes.board} tabIndex={0} role="region" aria-label={t('deals.board')}>
                {columns.map(({ stage, total, sums, deals }) => {
                  const may = dragged !== undefined && takes(dragged, stage)
                  const off = dragged !== undefined && !may && dragged.stage.id !== stage.id
                  return (
                    <section
                      key={stage.id}
                      className={classes.column}
                      aria-label={stage.name}
                      data-state={stage.state}
                      data-takes={may || undefined}
                      data-over={(may && over === stage.id) || undefined}
                      data-off={off || undefined}
                      onDragOver={(event) => {
                        if (!dragged) return
                        event.preventDefault()
                        event.dataTransfer.dropEffect = 'move'
                        setOver(stage.id)
                      }}
                      onDrop={(event) => {
                        event.preventDefault()
                        if (dragged && may) void mover.move(dragged, stage)
                        else if (dragged && off) showProblem(t('deals.noWay', { name: dragged.name, stage: stage.name }))
                        setDragged(undefined)
                      }}
                    >
                      <header className={classes.head}>
                        <h2>{stage.name}</h2>
                        <span className="num">{format.number(total)}</span>
                      </header>
                      <div className={classes.sums}>
                        {sums.map((sum) => (
                          <span key={sum.value.currency} className="num">
                            {format.money(sum.value)}
                            {stage.state === 'OPEN' && ` · ${t('deals.weightedIs', { money: format.money(sum.weighted) })}`}
                          </span>
                        ))}
                        {stage.state !== 'OPEN' && <span>{t('deals.since', { day: format.date(closedSince) })}</span>}
                      </div>
                      <ul className={classes.cards}>
                        {deals.map((deal) => (
                          <DealCard
                            key={deal.id}
                            deal={deal}
                            stages={stages}
                            editable={editable}
                            dragged={dragged?.id === deal.id}
                            onDrag={(now) => {
                              setDragged(now ? deal : undefined)
                              setOver(undefined)
                            }}
                            move={(to) => void mover.move(deal, to)}
                          />
                        ))}
                      </ul>
                      {total === 0 && <p className={classes.none}>{t('deals.noneHere')}</p>}
                      {total > deals.length && (
                        <p className={classes.none}>{t('deals.more', { number: format.number(total - deals.length) })}</p>
                      )}
                    </section>
                  )
                })}
              </div>
            </>
          )
        }}
      </QueryState>
      {mover.dialog}
    </DealsTabs>
  )
}
