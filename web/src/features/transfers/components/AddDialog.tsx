import { Alert, Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataGrid } from '@/components/grid/DataGrid'
import type { BulkAction, Column } from '@/components/grid/types'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useProblemText } from '@/lib/problems'
import { addThings, type Transfer } from '../api/transfers'

const things = ['assets', 'cases', 'stock'] as const
type Thing = (typeof things)[number]
type AssetRow = { id: string; number: string; product: { name: string }; location: { name: string } | null }
type CaseRow = { id: string; number: string; name: string; locationName: string; assets: number; pieces: number }
type StockRow = { id: string; productId: string; productName: string; locationId: string; locationName: string; quantity: number }

/** Chooses many things of the warehouse they leave: ticked assets and cases, counted pieces one product at a time. */
export function AddDialog(props: { transfer: Transfer; onClose: () => void; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const text = useProblemText()
  const [of, setOf] = useState<Thing>('assets')
  const [said, setSaid] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const { transfer } = props
  const run = async (work: () => Promise<string>) => {
    setRefusal(undefined)
    try {
      setSaid(await work())
      await props.onChanged()
    } catch (error) {
      setSaid(undefined)
      setRefusal(
        isProblem(error, 'invalid') && error.errors.length ? error.errors.map((one) => one.message).join(' ') : text(error),
      )
    }
  }
  const addTicked = (kind: 'assetIds' | 'caseIds'): BulkAction[] => [
    {
      id: 'add',
      label: t('transfers.addTicked'),
      icon: IconPlus,
      run: (selection) =>
        void run(async () => {
          const count = selection.count
          await addThings(transfer.id, kind, await selection.loadIds())
          selection.clear()
          return t('transfers.addedCount', { count })
        }),
    },
  ]
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={<Text fw={650}>{t('transfers.addTitle', { from: transfer.from.name })}</Text>}
    >
      <Stack gap="sm">
        <SegmentedControl
          value={of}
          onChange={(value) => setOf(value as Thing)}
          aria-label={t('transfers.whatToAdd')}
          data={things.map((one) => ({ value: one, label: t(`transfers.things.${one}`) }))}
        />
        {of === 'assets' && <AssetList from={transfer.from.id} actions={addTicked('assetIds')} />}
        {of === 'cases' && <CaseList from={transfer.from.id} actions={addTicked('caseIds')} />}
        {of === 'stock' && (
          <StockList
            from={transfer.from.id}
            add={(row, quantity) =>
              run(async () => {
                await api.post(`/transfers/${transfer.id}/lines`, {
                  stock: [{ productId: row.productId, fromLocationId: row.locationId, quantity }],
                })
                return t('transfers.addedNamed', { label: `${quantity} × ${row.productName}` })
              })
            }
          />
        )}
        {refusal && (
          <Alert color="bad" role="alert">
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {said}
          </Text>
          <Button variant="default" onClick={props.onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const plain = { inAddress: false, views: false, exports: false, height: 420 } as const
const sendable = ['AVAILABLE', 'RESERVED', 'CHECKED_IN', 'DAMAGED']

function AssetList({ from, actions }: { from: string; actions: BulkAction[] }) {
  const { t } = useTranslation()
  const columns = useMemo<Column<AssetRow>[]>(
    () => [
      { id: 'number', header: t('transfers.number'), cell: (one) => one.number, sort: 'number', width: 150, card: 'title' },
      {
        id: 'product',
        header: t('transfers.product'),
        cell: (one) => one.product.name,
        width: 220,
        grow: true,
        card: 'subtitle',
      },
      { id: 'location', header: t('transfers.location'), cell: (one) => one.location?.name ?? '–', width: 140 },
    ],
    [t],
  )
  return (
    <DataGrid<AssetRow>
      {...plain}
      list="assets"
      label={t('transfers.things.assets')}
      columns={columns}
      fixed={{ location: from, status: sendable }}
      defaultSort="number"
      rowLabel={(one) => one.number}
      bulkActions={actions}
    />
  )
}

function CaseList({ from, actions }: { from: string; actions: BulkAction[] }) {
  const { t } = useTranslation()
  const columns = useMemo<Column<CaseRow>[]>(
    () => [
      { id: 'number', header: t('transfers.number'), cell: (one) => one.number, sort: 'number', width: 130, card: 'title' },
      {
        id: 'name',
        header: t('transfers.name'),
        cell: (one) => one.name,
        sort: 'name',
        width: 200,
        grow: true,
        card: 'subtitle',
      },
      { id: 'location', header: t('transfers.location'), cell: (one) => one.locationName, width: 140 },
    ],
    [t],
  )
  return (
    <DataGrid<CaseRow>
      {...plain}
      list="cases"
      label={t('transfers.things.cases')}
      columns={columns}
      fixed={{ location: from, nested: false, status: ['OPEN', 'CLOSED', 'OUT_OF_SERVICE'] }}
      defaultSort="number"
      rowLabel={(one) => one.number}
      bulkActions={actions}
    />
  )
}

function StockList({ from, add }: { from: string; add: (row: StockRow, quantity: number) => Promise<void> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [chosen, setChosen] = useState<StockRow | null>(null)
  const [quantity, setQuantity] = useState<number | null>(null)
  const columns = useMemo<Column<StockRow>[]>(
    () => [
      {
        id: 'product',
        header: t('transfers.product'),
        cell: (one) => one.productName,
        sort: 'product',
        width: 240,
        grow: true,
        card: 'title',
      },
      {
        id: 'location',
        header: t('transfers.location'),
        cell: (one) => one.locationName,
        sort: 'location',
        width: 160,
        card: 'subtitle',
      },
      {
        id: 'quantity',
        header: t('transfers.pieces'),
        cell: (one) => format.number(one.quantity),
        align: 'end',
        width: 100,
        card: 'badge',
      },
    ],
    [t, format],
  )
  return (
    <>
      <DataGrid<StockRow>
        {...plain}
        height={340}
        list="stock"
        label={t('transfers.things.stock')}
        columns={columns}
        fixed={{ location: from, empty: false }}
        defaultSort="product"
        rowLabel={(one) => `${one.productName} ${one.locationName}`}
        onOpen={(row) => {
          setChosen(row)
          setQuantity(row.quantity)
        }}
      />
      {chosen ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (quantity) void add(chosen, quantity).then(() => setChosen(null))
          }}
        >
          <Group align="flex-end" gap="sm">
            <NumberInput
              label={t('transfers.piecesOf', { product: chosen.productName, location: chosen.locationName })}
              value={quantity ?? ''}
              onChange={(value) => setQuantity(value === '' ? null : Number(value))}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              style={{ flex: '1 1 220px' }}
            />
            <Button type="submit" disabled={!quantity} leftSection={<IconPlus size={16} aria-hidden />}>
              {t('transfers.addPieces')}
            </Button>
          </Group>
        </form>
      ) : (
        <Text size="sm" c="dimmed">
          {t('transfers.choosePieces')}
        </Text>
      )}
    </>
  )
}
