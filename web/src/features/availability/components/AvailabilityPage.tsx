import { ActionIcon, Switch, Tooltip } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconBuildingWarehouse, IconCircleCheck, IconDownload, IconPackages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { ButtonLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { showProblem } from '@/components/toasts'
import type { Query } from '@/lib/api/client'
import { csvOf } from '@/lib/csv'
import { saveBlob } from '@/lib/download'
import { useProblemText } from '@/lib/problems'
import { useCan } from '@/lib/session'
import { wallOf } from '@/lib/wall'
import {
  allFreeProducts,
  categoryOptionsQuery,
  type FreeProduct,
  freeProducts,
  isShort,
  type Question,
  shortProducts,
} from '../api/availability'
import { Figure } from './Figure'
import { QuestionBar } from './QuestionBar'
import { askAt, useCompanyFormat, useQuestion } from './useQuestion'

/** What is free, of everything, in one warehouse over one period. */
export function AvailabilityPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asking = useQuestion()
  const { zone } = useCompanyFormat()
  const { ref, height } = useElementSize()
  return (
    <>
      <PageHeader title={t('availability.title')} text={t('availability.text', { zone })} />
      <QueryState query={asking.warehouses} lines={10}>
        {() =>
          asking.question && asking.warehouse ? (
            <>
              <div ref={ref}>
                <QuestionBar asking={asking} />
              </div>
              <Products
                question={asking.question}
                warehouse={asking.warehouse.name}
                // The title, the question above the list, however many lines that takes, and the gap below it.
                above={64 + Math.ceil(height || 61) + 12}
                shortOnly={asking.search.short === 'yes'}
                setShortOnly={(short) => asking.set({ short: short ? 'yes' : undefined })}
              />
            </>
          ) : (
            <EmptyState
              icon={IconBuildingWarehouse}
              title={t('availability.noWarehouse')}
              text={t('availability.noWarehouseText')}
            >
              {can('LOCATION_READ') && <ButtonLink to={'/locations' as '/'}>{t('availability.toLocations')}</ButtonLink>}
            </EmptyState>
          )
        }
      </QueryState>
    </>
  )
}

function Products(props: {
  question: Question
  warehouse: string
  above: number
  shortOnly: boolean
  setShortOnly: (short: boolean) => void
}) {
  const { question, warehouse, shortOnly } = props
  const { t } = useTranslation()
  const can = useCan()
  const categories = useQuery(categoryOptionsQuery)
  const { from, to } = question
  const id = question.warehouse
  // The filters of the question travel with the grid's own, so that another question is another list to it.
  const fixed = useMemo<Query>(() => ({ warehouse: id, from, to, short: shortOnly || undefined }), [id, from, to, shortOnly])
  const load = useCallback(
    ({ warehouse: _warehouse, from: _from, to: _to, short, ...query }: Query, signal?: AbortSignal) =>
      (short ? shortProducts : freeProducts)({ warehouse: id, from, to }, query, signal),
    [id, from, to],
  )
  const columns = useMemo<Column<FreeProduct>[]>(
    () => [
      {
        id: 'name',
        header: t('availability.product'),
        cell: (product) => <b style={{ fontWeight: 550 }}>{product.name}</b>,
        sort: 'name',
        width: 300,
        grow: true,
        card: 'title',
      },
      {
        id: 'category',
        header: t('availability.category'),
        cell: (product) => product.categoryName ?? '–',
        width: 190,
        card: 'subtitle',
      },
      {
        id: 'firm',
        header: t('availability.firm'),
        cell: (product) => <Figure value={product.free.firm} words />,
        align: 'end',
        width: 120,
      },
      {
        id: 'worst',
        header: t('availability.worst'),
        cell: (product) => <Figure value={product.free.worst} words />,
        align: 'end',
        width: 120,
      },
      {
        id: 'expected',
        header: t('availability.expected'),
        cell: (product) => <Figure value={product.free.expected} words />,
        align: 'end',
        width: 120,
      },
    ],
    [t],
  )
  const filters = useMemo<FilterDef[]>(
    () => [
      {
        id: 'category',
        label: t('availability.category'),
        kind: 'options',
        options: (categories.data?.items ?? []).map((one) => ({ value: one.id, label: one.path.join(' / ') })),
      },
    ],
    [t, categories.data],
  )
  return (
    <DataGrid<FreeProduct>
      list="availability"
      endpoint="/products"
      load={load}
      fixed={fixed}
      label={t('availability.title')}
      columns={columns}
      filters={filters}
      defaultSort="name"
      rowHref={(product) => askAt(question, product.id)}
      rowLabel={(product) => product.name}
      above={props.above}
      views={false}
      refreshEvery={30_000}
      exports={false}
      empty={
        shortOnly ? (
          <EmptyState icon={IconCircleCheck} title={t('availability.nothingShort')} text={t('availability.nothingShortText')} />
        ) : (
          <EmptyState icon={IconPackages} title={t('availability.noProducts')} text={t('availability.noProductsText')}>
            {can('PRODUCT_EDIT') && <ButtonLink to={'/products/new' as '/'}>{t('availability.newProduct')}</ButtonLink>}
          </EmptyState>
        )
      }
    >
      <Switch
        style={{ alignSelf: 'center' }}
        label={t('availability.shortOnly')}
        checked={shortOnly}
        onChange={(event) => props.setShortOnly(event.currentTarget.checked)}
      />
      {can('EXPORT') && <Export question={question} warehouse={warehouse} shortOnly={shortOnly} />}
    </DataGrid>
  )
}

/** All that the filters let through, not only what was looked at, as a file. */
function Export({ question, warehouse, shortOnly }: { question: Question; warehouse: string; shortOnly: boolean }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const { search } = useQuestion()
  const { zone } = useCompanyFormat()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const filters = { q: search.q, category: search.category, sort: search.sort ?? 'name' }
      const found = await allFreeProducts(question, filters)
      const rows = shortOnly ? found.filter((row) => isShort(row.free)) : found
      const [from, to] = [wallOf(question.from, zone), wallOf(question.to, zone)]
      const head = [
        t('availability.product'),
        t('availability.category'),
        t('availability.firm'),
        t('availability.worst'),
        t('availability.expected'),
        t('availability.warehouse'),
        t('availability.from'),
        t('availability.to'),
      ]
      const lines = rows.map(({ name, categoryName, free }) => [
        name,
        categoryName ?? '',
        free.firm,
        free.worst,
        free.expected,
        warehouse,
        from.replace('T', ' '),
        to.replace('T', ' '),
      ])
      saveBlob(
        new Blob([csvOf([head, ...lines])], { type: 'text/csv;charset=utf-8' }),
        `${t('availability.fileName')}-${from.slice(0, 10)}-${to.slice(0, 10)}.csv`,
      )
    } catch (error) {
      showProblem(text(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Tooltip label={t('availability.export')}>
      <ActionIcon aria-label={t('availability.export')} loading={busy} onClick={() => void run()}>
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
