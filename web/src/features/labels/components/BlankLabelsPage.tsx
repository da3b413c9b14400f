import { Alert, Button, Card, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { IconPrinter, IconQrcode } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { DataGrid } from '@/components/grid/DataGrid'
import type { Column, FilterDef } from '@/components/grid/types'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/lib/format'
import { kindPath } from '@/lib/kinds'
import { printByPost } from '@/lib/print-file'
import { useProblemText } from '@/lib/problems'
import { type BlankLabel, formatsQuery } from '../api/labels'
import { useLastFormat } from '../model/last-format'
import { LabelsTabs } from './LabelsTabs'

export function BlankLabelsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const columns = useMemo<Column<BlankLabel>[]>(
    () => [
      {
        id: 'shortCode',
        header: t('labels.shortCode'),
        cell: (label) => <b style={{ fontWeight: 550 }}>{label.shortCode}</b>,
        sort: 'shortCode',
        width: 150,
        card: 'title',
      },
      {
        id: 'state',
        header: t('labels.state'),
        cell: (label) => (
          <StatusBadge tone={label.boundAt ? 'ok' : 'gray'}>
            {label.boundAt ? t('labels.bound') : t('labels.unbound')}
          </StatusBadge>
        ),
        width: 120,
        card: 'badge',
      },
      {
        id: 'boundLabel',
        header: t('labels.boundTo'),
        cell: (label) => label.boundLabel,
        width: 180,
        grow: true,
        card: 'subtitle',
      },
      {
        id: 'boundAt',
        header: t('labels.boundAt'),
        cell: (label) => label.boundAt && format.dateTime(label.boundAt),
        width: 170,
        card: 'none',
      },
      { id: 'boundBy', header: t('labels.boundBy'), cell: (label) => label.boundBy, width: 150, card: 'none' },
      {
        id: 'printedAt',
        header: t('labels.printedAt'),
        cell: (label) => format.dateTime(label.printedAt),
        sort: 'printedAt',
        width: 170,
      },
      { id: 'printedBy', header: t('labels.printedBy'), cell: (label) => label.printedBy, width: 150 },
    ],
    [t, format],
  )
  const filters = useMemo<FilterDef[]>(() => [{ id: 'bound', label: t('labels.bound'), kind: 'boolean' }], [t])
  const open = (label: BlankLabel) =>
    label.boundKind && label.boundId ? kindPath(label.boundKind, label.boundId) : `/asset/${label.id}`
  return (
    <LabelsTabs tab="/labels/blank">
      <PrintAhead />
      <DataGrid<BlankLabel>
        list="blank-labels"
        label={t('labels.blank')}
        columns={columns}
        filters={filters}
        defaultSort="-printedAt"
        rowLabel={(label) => label.shortCode}
        rowHref={open}
        above={310}
        empty={<EmptyState icon={IconQrcode} title={t('labels.noBlanks')} text={t('labels.noBlanksText')} />}
      />
    </LabelsTabs>
  )
}

function PrintAhead() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const formats = useQuery(formatsQuery).data?.items ?? []
  const [format, chooseFormat] = useLastFormat(formats)
  const onSheet = format ? format.geometry.columns * format.geometry.rows : 1
  const [count, setCount] = useState<number>()
  const [startAt, setStartAt] = useState(1)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const pdf = format?.output === 'PDF'
  const first = Math.min(startAt, onSheet)
  const wanted = count ?? (onSheet > 1 ? onSheet : 20)
  const print = async () => {
    if (!format) return
    setBusy(true)
    setRefused(undefined)
    try {
      await printByPost('/blank-labels', { count: wanted, formatId: format.id, startAt: pdf ? first : 1 }, pdf)
      await queryClient.invalidateQueries({ queryKey: ['blank-labels'] })
    } catch (error) {
      setRefused(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card mb="md">
      <Stack gap="sm">
        <Text size="sm" c="dimmed" maw={720}>
          {t('labels.aheadText')}
        </Text>
        <Group align="flex-end">
          <NumberInput
            label={t('labels.howMany')}
            value={wanted}
            onChange={(value) => setCount(Math.min(1000, Math.max(1, Number(value) || 1)))}
            min={1}
            max={1000}
            allowDecimal={false}
            w={110}
          />
          <Select
            label={t('labels.format')}
            data={formats.map((one) => ({ value: one.id, label: one.name }))}
            value={format?.id ?? null}
            onChange={(id) => id && chooseFormat(id)}
            w={260}
          />
          {pdf && onSheet > 1 && (
            <NumberInput
              label={t('labels.startAt')}
              value={first}
              onChange={(value) => setStartAt(Math.max(1, Number(value) || 1))}
              min={1}
              max={onSheet}
              allowDecimal={false}
              w={150}
            />
          )}
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void print()}
            loading={busy}
            disabled={!format}
          >
            {t('labels.printAhead')}
          </Button>
        </Group>
        {refused && (
          <Alert color="bad" role="alert">
            {refused}
          </Alert>
        )}
      </Stack>
    </Card>
  )
}
