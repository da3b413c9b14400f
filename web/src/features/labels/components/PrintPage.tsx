import { Alert, Button, Card, Group, NumberInput, Select, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsFrom, type LabelItem } from '@/components/labels/printLabels'
import { QueryState } from '@/components/QueryState'
import { printByPost } from '@/lib/print-file'
import { useProblemText } from '@/lib/problems'
import { formatsQuery, type LabelFormat, previewQuery, printLater, single } from '../api/labels'
import { useLastFormat } from '../model/last-format'
import { AddItems, Chosen, same } from './Items'
import { LabelsTabs } from './LabelsTabs'
import classes from './PrintPage.module.css'
import { PrintRun } from './PrintRun'
import { SheetPreview } from './SheetPreview'

/** More than somebody waits for are made by a job. */
const mostAtOnce = 2_000
const most = 50_000

export function PrintPage({ search }: { search: string }) {
  const formats = useQuery(formatsQuery)
  return (
    <LabelsTabs tab="/labels">
      <QueryState query={formats} lines={8}>
        {({ items }) => <Printing key={search} formats={items} chosen={itemsFrom(search)} />}
      </QueryState>
    </LabelsTabs>
  )
}

function Printing({ formats, chosen }: { formats: LabelFormat[]; chosen: LabelItem[] }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [items, setItems] = useState(chosen)
  const [format, chooseFormat] = useLastFormat(formats)
  const [startAt, setStartAt] = useState(1)
  const [copies, setCopies] = useState(1)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [run, setRun] = useState<string>()
  const preview = useQuery(previewQuery(format, items[0]))
  if (!format) return <Alert color="info">{t('labels.noFormats')}</Alert>
  const { geometry } = format
  const onSheet = geometry.columns * geometry.rows
  const first = Math.min(startAt, onSheet)
  const count = items.length * copies
  const sheets = Math.ceil((first - 1 + count) / onSheet)
  const zpl = format.output === 'ZPL'
  const later = count > mostAtOnce
  const print = async () => {
    setBusy(true)
    setRefused(undefined)
    const order = { items, formatId: format.id, startAt: zpl ? 1 : first, copies }
    try {
      if (later) setRun((await printLater(order)).jobId)
      else await printByPost('/labels', order, !zpl)
    } catch (error) {
      setRefused(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const add = (more: LabelItem[]) => setItems((now) => [...now, ...more.filter((one) => !now.some((other) => same(one, other)))])
  const amount = zpl ? '' : ` · ${t('labels.sheetCount', { count: sheets })}`
  return (
    <div className={classes.split}>
      <Stack>
        <Card>
          <Title order={2} size="h4" mb="sm">
            {t('labels.what')}
          </Title>
          <Chosen items={items} setItems={setItems} />
          <AddItems add={add} />
        </Card>
        <Card>
          <Title order={2} size="h4" mb="sm">
            {t('labels.how')}
          </Title>
          <Stack>
            <Select
              label={t('labels.format')}
              data={formats.map((one) => ({ value: one.id, label: one.name }))}
              value={format.id}
              onChange={(id) => id && chooseFormat(id)}
              searchable
            />
            <Group grow align="flex-start">
              <NumberInput
                label={t('labels.copies')}
                value={copies}
                onChange={(value) => setCopies(Math.max(1, Number(value) || 1))}
                min={1}
                max={500}
                allowDecimal={false}
              />
              {!zpl && onSheet > 1 && (
                <NumberInput
                  label={t('labels.startAt')}
                  value={first}
                  onChange={(value) => setStartAt(Math.min(onSheet, Math.max(1, Number(value) || 1)))}
                  min={1}
                  max={onSheet}
                  allowDecimal={false}
                />
              )}
            </Group>
            {count > most && <Alert color="warn">{t('labels.tooMany', { most, count })}</Alert>}
            {later && count <= most && <Alert color="info">{t('labels.later')}</Alert>}
            {preview.error && <Alert color="warn">{problemText(preview.error)}</Alert>}
            {refused && (
              <Alert color="bad" role="alert">
                {refused}
              </Alert>
            )}
            <Group justify="space-between">
              <Text size="sm" c="dimmed" className="num" role="status">
                {count === 0 ? t('labels.nothing') : `${t('labels.labelCount', { count })}${amount}`}
              </Text>
              <Button
                size="md"
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => void print()}
                loading={busy}
                disabled={items.length === 0 || count > most}
              >
                {later ? t('labels.prepare') : zpl ? t('labels.downloadZpl') : t('labels.openPdf')}
              </Button>
            </Group>
          </Stack>
        </Card>
        {run && <PrintRun key={run} jobId={run} />}
      </Stack>
      <div className={classes.stage}>
        <SheetPreview
          geometry={zpl ? single(geometry) : geometry}
          label={preview.data}
          count={Math.max(count, 1)}
          startAt={zpl ? 1 : first}
          onStartAt={zpl ? undefined : setStartAt}
        />
        <Text size="xs" c="dimmed" ta="center" mt="sm">
          {zpl || onSheet === 1 ? t('labels.previewOne') : t('labels.previewSheet')}
        </Text>
      </div>
    </div>
  )
}
