import { IconEyeOff, IconRefresh } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column, FilterDef } from '@/components/grid/types'
import { PartControl } from '@/components/PartControl'
import { StatusBadge } from '@/components/StatusBadge'
import { useShow } from '@/components/useShow'
import { kindPath } from '@/lib/kinds'
import { outcomes, outcomeTone, type Stocktake, type StocktakeLine } from '../api/stocktakes'
import { useFound } from './useFound'

const parts = ['differences', 'all'] as const

/** What a count found, line by line, and what follows. */
export function ResultLines(props: {
  count: Stocktake
  /** Lines of which nothing is to follow. */
  left: ReadonlySet<string>
  onLeave: (ids: string[]) => void
  onRecount: (ids: string[]) => Promise<void>
}) {
  const { t } = useTranslation()
  const foundText = useFound()
  const { count, left } = props
  const [part, setPart] = useShow(parts)
  const fixed = useMemo(
    () => ({
      stocktake: count.id,
      ...(part === 'differences' ? { outcome: outcomes.filter((one) => one !== 'FOUND') } : {}),
    }),
    [count.id, part],
  )
  const columns = useMemo<Column<StocktakeLine>[]>(
    () => [
      {
        id: 'label',
        header: t('stocktakes.thing'),
        cell: (one) => <b style={{ fontWeight: 550 }}>{one.label}</b>,
        width: 150,
        card: 'title',
      },
      {
        id: 'name',
        header: t('stocktakes.name'),
        cell: (one) => [one.name === one.label ? null : one.name, one.caseNumber].filter(Boolean).join(' · '),
        width: 220,
        grow: true,
        card: 'subtitle',
      },
      {
        id: 'outcome',
        header: t('stocktakes.outcome'),
        cell: (one) => <StatusBadge tone={outcomeTone[one.outcome]}>{t(`stocktakes.outcomes.${one.outcome}`)}</StatusBadge>,
        width: 140,
        card: 'badge',
      },
      {
        id: 'counts',
        header: t('stocktakes.found'),
        cell: (one) => foundText(one),
        width: 150,
      },
      {
        id: 'places',
        header: t('stocktakes.place'),
        cell: (one) =>
          one.foundAt && one.expectedAt && one.foundAt !== one.expectedAt
            ? `${one.expectedAt} → ${one.foundAt}`
            : (one.foundAt ?? one.expectedAt ?? '–'),
        width: 230,
      },
      {
        id: 'correction',
        header: t('stocktakes.correction'),
        cell: (one) =>
          left.has(one.id) || one.why === 'left'
            ? t('stocktakes.why.left')
            : one.correction !== 'NONE'
              ? t(`stocktakes.corrections.${one.correction}`, { count: one.found })
              : one.why
                ? t(`stocktakes.why.${one.why}`)
                : '–',
        width: 260,
      },
    ],
    [t, left, foundText],
  )
  const filters = useMemo<FilterDef[]>(
    () =>
      part === 'all'
        ? [
            {
              id: 'outcome',
              label: t('stocktakes.outcome'),
              kind: 'options',
              options: outcomes.map((one) => ({ value: one, label: t(`stocktakes.outcomes.${one}`) })),
            },
          ]
        : [],
    [t, part],
  )
  const bulk: BulkAction[] =
    count.state === 'TO_CONFIRM'
      ? [
          {
            id: 'leave',
            label: t('stocktakes.leave'),
            icon: IconEyeOff,
            needs: 'STOCK_ADJUST',
            run: async (selection) => {
              props.onLeave(await selection.loadIds())
              selection.clear()
            },
          },
          {
            id: 'recount',
            label: t('stocktakes.recount'),
            icon: IconRefresh,
            needs: 'SCAN',
            run: async (selection) => {
              await props.onRecount(await selection.loadIds())
              selection.clear()
            },
          },
        ]
      : []
  return (
    <DataGrid<StocktakeLine>
      key={part}
      list="stocktake-lines"
      label={t('stocktakes.result')}
      columns={columns}
      filters={filters}
      fixed={fixed}
      rowHref={(one) => kindPath(one.kind === 'PRODUCT' ? 'consumable' : one.kind, one.subjectId)}
      rowLabel={(one) => one.label}
      bulkActions={bulk}
      views={false}
      height={620}
      searchPlaceholder={t('stocktakes.searchLines')}
    >
      <PartControl parts={parts} value={part} onChange={setPart} label={(one) => t(`stocktakes.lineParts.${one}`)} />
    </DataGrid>
  )
}
