import { Alert, Button, Card, Group, NumberInput, Stack, Switch, Text, Textarea } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useBlocker, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { LeaveDialog } from '@/components/form/LeaveDialog'
import { RemotePicker } from '@/components/form/RemotePicker'
import { TextLink } from '@/components/Link'
import { PageHeader } from '@/components/PageHeader'
import { api, type Query } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFormat } from '@/lib/format'
import { useHotkey } from '@/lib/hotkeys'
import { useProblemText } from '@/lib/problems'
import { countedKinds, type Level, LINES_MAX, loadLevels, type Written } from '../api/stock'
import classes from './CountPage.module.css'
import { rememberedSelection } from './countSelection'
import { Delta } from './Delta'
import { useStockWrite } from './useStockWrite'

/** A line of the sheet: what the books say when it was read, what somebody counted. */
type Line = {
  key: string
  productId: string
  productName: string
  locationId: string
  locationName: string
  expected: number
  counted: number | null
  refusal?: string
}
const keyOf = (productId: string, locationId: string) => `${productId} ${locationId}`
const lineOf = (level: Level): Line => ({
  key: keyOf(level.productId, level.locationId),
  productId: level.productId,
  productName: level.productName,
  locationId: level.locationId,
  locationName: level.locationName,
  expected: level.quantity,
  counted: null,
})

/** A stocktake: choose a place, walk along it, type what is there. Lines left empty are not counted. */
export function CountPage({ product, location, selection }: { product?: string; location?: string; selection?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useProblemText()
  const navigate = useNavigate()
  const { written } = useStockWrite()
  const [lines, setLines] = useState<Line[]>([])
  const [place, setPlace] = useState<{ id: string; name: string } | null>(location ? { id: location, name: '' } : null)
  const [note, setNote] = useState('')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const done = useRef(false)
  const form = useRef<HTMLFormElement>(null)

  const add = async (query: Query, ids?: string[] | null) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const levels = await loadLevels(query)
      const wanted = ids ? levels.filter((level) => ids.includes(level.id)) : levels
      setLines((old) => {
        const known = new Set(old.map((line) => line.key))
        return [...old, ...wanted.map(lineOf).filter((line) => !known.has(line.key))].slice(0, LINES_MAX)
      })
    } catch (error) {
      setRefusal(text(error))
    }
    setBusy(false)
  }
  useEffect(() => {
    const ticked = selection ? rememberedSelection() : null
    if (ticked) void add(ticked.query, ticked.ids)
    else if (product || location) void add({ product, location, sort: 'location' })
  }, [product, location, selection])

  const addProduct = async (id: string, name: string) => {
    if (!place) return
    const [level] = (await loadLevels({ product: id, location: place.id })).filter((one) => one.locationId === place.id)
    const fresh: Line = level
      ? lineOf(level)
      : {
          key: keyOf(id, place.id),
          productId: id,
          productName: name,
          locationId: place.id,
          locationName: place.name || (lines.find((line) => line.locationId === place.id)?.locationName ?? ''),
          expected: 0,
          counted: null,
        }
    setLines((old) => (old.some((line) => line.key === fresh.key) ? old : [...old, fresh]))
  }

  const counted = lines.filter((line) => line.counted !== null)
  const different = counted.filter((line) => line.counted !== line.expected)
  const dirty = counted.length > 0
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !done.current,
    enableBeforeUnload: () => dirty && !done.current,
    withResolver: true,
  })

  const send = async () => {
    if (!dirty || busy) return
    setBusy(true)
    setRefusal(undefined)
    try {
      const { entries } = await api.post<Written>('/stock/counts', {
        lines: counted.map(({ productId, locationId, counted: quantity, expected }) => ({
          productId,
          locationId,
          quantity,
          expectedQuantity: expected,
        })),
        note: note.trim() || null,
      })
      done.current = true
      await navigate({ href: '/stock' })
      await written(t('stock.countDone', { count: counted.length, different: different.length }), entries)
    } catch (error) {
      setBusy(false)
      setRefusal(text(error))
      if (isProblem(error)) {
        const refused = new Map(error.errors.map(({ field, message }) => [Number(/^lines\[(\d+)\]/.exec(field)?.[1]), message]))
        const at = new Map(counted.map((line, index) => [line.key, refused.get(index)]))
        setLines((old) => old.map((line) => ({ ...line, refusal: at.get(line.key) })))
      }
    }
  }
  useHotkey('mod+s', () => void send())

  /** After somebody else took or brought pieces: reads the books again, what was counted stays. */
  const readAgain = async () => {
    setBusy(true)
    try {
      const fresh = new Map<string, number>()
      for (const id of new Set(lines.filter((line) => line.refusal).map((line) => line.productId))) {
        for (const level of await loadLevels({ product: id })) fresh.set(keyOf(id, level.locationId), level.quantity)
      }
      setLines((old) =>
        old.map((line) => (line.refusal ? { ...line, expected: fresh.get(line.key) ?? 0, refusal: undefined } : line)),
      )
      setRefusal(undefined)
    } catch (error) {
      setRefusal(text(error))
    }
    setBusy(false)
  }

  const set = (key: string, value: number | null) =>
    setLines((old) => old.map((line) => (line.key === key ? { ...line, counted: value, refusal: undefined } : line)))
  const shown = onlyOpen ? lines.filter((line) => line.counted === null || line.counted !== line.expected) : lines
  const toNext = (from: HTMLElement) => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-count]') ?? [])]
    const next = fields[fields.indexOf(from as HTMLInputElement) + 1]
    next?.focus()
    next?.select()
  }

  return (
    <>
      <TextLink to={'/stock' as '/'} size="sm">
        {t('stock.stock')}
      </TextLink>
      <PageHeader title={t('stock.countTitle')} text={t('stock.countText')} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="md">
          <Card padding="md">
            <Group align="flex-end" gap="md">
              <div style={{ flex: '1 1 240px' }}>
                <RemotePicker
                  label={t('stock.countPlace')}
                  description={t('stock.countPlaceHint')}
                  endpoint="/locations"
                  optionLabel={(item) => (Array.isArray(item.path) ? item.path.join(' › ') : (item.name ?? ''))}
                  value={place?.id ?? null}
                  chosenLabel={place?.name || undefined}
                  onChange={(id, item) => {
                    setPlace(id ? { id, name: item?.name ?? '' } : null)
                    if (id) void add({ location: id, sort: 'location' })
                  }}
                />
              </div>
              <div style={{ flex: '1 1 240px' }}>
                <RemotePicker
                  key={lines.length}
                  label={t('stock.countAlso')}
                  description={t('stock.countAlsoHint')}
                  endpoint="/products"
                  query={{ kind: countedKinds }}
                  value={null}
                  disabled={!place}
                  onChange={(id, item) => id && void addProduct(id, item?.name ?? '')}
                />
              </div>
            </Group>
          </Card>
          {lines.length === 0 ? (
            <Card>
              <EmptyState icon={IconClipboardCheck} title={t('stock.countEmpty')} text={t('stock.countEmptyText')} />
            </Card>
          ) : (
            <Card padding={0}>
              <div className={classes.bar}>
                <Text size="sm" fw={600} role="status">
                  {t('stock.countProgress', { counted: counted.length, count: lines.length })}
                  {different.length > 0 && ` · ${t('stock.differences', { count: different.length })}`}
                </Text>
                <Switch
                  size="sm"
                  label={t('stock.onlyOpen')}
                  checked={onlyOpen}
                  onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
                />
              </div>
              <ul className={classes.lines}>
                {shown.map((line) => {
                  const off = line.counted !== null && line.counted !== line.expected
                  return (
                    <li key={line.key} className={classes.line} data-off={off || undefined}>
                      <div className={classes.what}>
                        <Text size="sm" fw={550}>
                          {line.productName}
                        </Text>
                        <Text size="xs" c="dimmed">
                          {line.locationName}
                        </Text>
                      </div>
                      <Text size="sm" className={`${classes.expected} num`}>
                        {t('stock.expectedPieces', { number: format.number(line.expected) })}
                      </Text>
                      <div className={classes.delta}>{off && <Delta value={line.counted! - line.expected} />}</div>
                      <NumberInput
                        data-count
                        aria-label={t('stock.countedOf', { product: line.productName, location: line.locationName })}
                        value={line.counted ?? ''}
                        onChange={(value) => set(line.key, value === '' ? null : Number(value))}
                        onKeyDown={(event) => {
                          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
                          event.preventDefault()
                          toNext(event.currentTarget)
                        }}
                        placeholder={t('stock.countedHint')}
                        inputMode="numeric"
                        min={0}
                        max={1_000_000_000}
                        allowDecimal={false}
                        allowNegative={false}
                        hideControls
                        error={line.refusal}
                        className={classes.field}
                      />
                    </li>
                  )
                })}
              </ul>
            </Card>
          )}
          {refusal && (
            <Alert color="bad" role="alert">
              <Stack gap="sm" align="flex-start">
                {refusal}
                {lines.some((line) => line.refusal) && (
                  <Button size="xs" variant="default" onClick={() => void readAgain()}>
                    {t('stock.readAgain')}
                  </Button>
                )}
              </Stack>
            </Alert>
          )}
          {lines.length > 0 && (
            <>
              <Textarea
                label={t('stock.countReason')}
                description={different.length > 0 ? t('stock.countReasonHint') : undefined}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
                autosize
                minRows={1}
                maxRows={6}
                maxLength={2000}
              />
              <Group justify="flex-end">
                <Button type="submit" loading={busy} disabled={!dirty} leftSection={<IconClipboardCheck size={16} aria-hidden />}>
                  {t('stock.saveCount', { count: counted.length })}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
      <LeaveDialog blocker={blocker} text={t('stock.countLeave')} />
    </>
  )
}
