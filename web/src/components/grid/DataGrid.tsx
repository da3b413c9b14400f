import {
  Box,
  Button,
  Checkbox,
  CloseButton,
  Group,
  Skeleton,
  Text,
  TextInput,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { LoadProblem } from '@/components/QueryState'
import type { Query } from '@/lib/api/client'
import { dayEdge, useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import { ColumnChooser } from './ColumnChooser'
import classes from './DataGrid.module.css'
import { ExportButton } from './ExportButton'
import { FilterChips, FilterMenu } from './Filters'
import { SavedViews } from './SavedViews'
import type { Column, DataGridProps } from './types'
import { useColumns } from './useColumns'
import { useGridState } from './useGridState'
import { useSelection } from './useSelection'
import { useWindow } from './useWindow'

const ROW = 40
const TICK = 44

/** A list of any length that the server filters, sorts and pages. See DataGridProps for what it takes. */
export function DataGrid<Row extends { id: string }>(props: DataGridProps<Row>) {
  const { list, endpoint = `/${list}`, columns, filters = [], fixed, bulkActions = [], inAddress = true, height = 'fill' } = props
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const navigate = useNavigate()
  const gridId = useId()
  const [state, setState] = useGridState(
    filters.map((filter) => filter.id),
    props.defaultSort ?? '',
    inAddress,
  )
  const { shown, widthOf, layout, change } = useColumns(list, columns)
  const fixedText = JSON.stringify(fixed ?? {})
  const query = useMemo<Query>(
    () => ({
      ...Object.fromEntries(
        Object.entries(state.filters).map(([id, values]) => {
          const filter = filters.find((one) => one.id === id)
          return [
            id,
            filter?.kind === 'date' && filter.instant
              ? values.map((day) => dayEdge(day, filter.instant!, format.timeZone))
              : values,
          ]
        }),
      ),
      ...(JSON.parse(fixedText) as Query),
      q: state.q || undefined,
      sort: state.sort || undefined,
    }),
    [state, fixedText],
  )
  const filtered = Boolean(state.q) || Object.keys(state.filters).length > 0

  const [range, setRange] = useState({ first: 0, last: 40 })
  const rows = useWindow<Row>(list, endpoint, query, range.first, range.last, props.refreshEvery, props.idField)
  const picked = useSelection(endpoint, query, rows.total, props.idField)
  const actions = bulkActions.filter((action) => can(action.needs))
  const selectable = actions.length > 0
  const [active, setActive] = useState(-1)

  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => (phone ? 78 : ROW),
    overscan: 12,
    initialRect: { width: 1000, height: 600 },
  })
  // Cards and rows differ in height: what was measured as the one is not the other.
  useEffect(() => virtual.measure(), [phone, virtual])
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 40
  useEffect(() => setRange((old) => (old.first === first && old.last === last ? old : { first, last })), [first, last])
  useEffect(() => {
    scroll.current?.scrollTo?.({ top: 0 })
    setActive(-1)
  }, [query])

  const open = (row: Row | undefined, event?: MouseEvent | KeyboardEvent) => {
    if (!row) return
    const href = props.rowHref?.(row)
    if (href && event && (event.ctrlKey || event.metaKey)) window.open(href, '_blank')
    else if (href) void navigate({ href })
    else props.onOpen?.(row)
  }
  const opens = Boolean(props.rowHref || props.onOpen)
  const extendTo = async (index: number) => {
    const from = Math.min(picked.anchor, index)
    const to = Math.max(picked.anchor, index)
    picked.only((await rows.rows(from, to)).map((row) => row.id))
  }
  const tick = (row: Row, index: number, shift: boolean) => {
    if (shift) return void extendTo(index)
    picked.setAnchor(index)
    picked.toggle(row.id)
  }

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const pageful = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / ROW) - 2)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: pageful, PageUp: -pageful, Home: -Infinity, End: Infinity }[event.key]
    const row = rows.row(active)
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.min(rows.total - 1, Math.max(0, active + step))
      setActive(next)
      virtual.scrollToIndex(next)
      if (event.shiftKey && selectable) void extendTo(next)
    } else if (event.key === ' ' && row && selectable) {
      event.preventDefault()
      tick(row, active, event.shiftKey)
    } else if (event.key === 'Enter') open(row, event)
    else if (event.key === 'Escape' && picked.selection.count) picked.clear()
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selectable) {
      event.preventDefault()
      picked.selectAll()
    }
  }

  const template = useMemo(() => {
    const tracks = shown.map((column) =>
      column.grow && !layout.widths?.[column.id] ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`,
    )
    if (!shown.some((column) => column.grow && !layout.widths?.[column.id])) tracks.push('1fr')
    return (selectable ? [`${TICK}px`, ...tracks] : tracks).join(' ')
  }, [shown, layout, selectable])

  const sortBy = (column: Column<Row>) => {
    if (!column.sort) return
    setState({ ...state, sort: state.sort === column.sort ? `-${column.sort}` : column.sort })
  }

  const nothing = !rows.pending && rows.total === 0 && !rows.error
  // A few cards need no scrolling box of their own within a phone's page.
  const short = phone && !rows.pending && rows.total <= 6
  const fill = height === 'fill' && !short
  const isAll = picked.selection.all || (rows.total > 0 && picked.selection.count >= rows.total)

  return (
    <div
      className={`${classes.root} ${fill ? classes.fill : ''}`}
      style={
        fill
          ? ({ '--grid-above': `${props.above ?? 64}px` } as CSSProperties)
          : short
            ? undefined
            : { height: height === 'fill' ? undefined : height }
      }
    >
      <Group gap="xs" justify="space-between">
        <Group gap="xs" style={{ flex: '1 1 260px' }}>
          {props.searchable !== false && (
            <QuickFilter
              key={state.q ? 'set' : 'clear'}
              value={state.q}
              label={props.searchPlaceholder ?? t('grid.search')}
              onChange={(q) => setState({ ...state, q })}
            />
          )}
          {filters.length > 0 && <FilterMenu filters={filters} state={state} onChange={setState} />}
          {props.views !== false && (
            <SavedViews
              list={list}
              current={{ ...state, layout }}
              onOpen={({ layout: wanted, ...next }) => {
                setState(next)
                change(wanted ?? {})
              }}
            />
          )}
        </Group>
        <Group gap="xs">
          {!phone && <ColumnChooser columns={columns} layout={layout} shown={shown} onChange={change} />}
          {props.exports !== false && <ExportButton list={list} endpoint={endpoint} query={query} />}
          {props.children}
        </Group>
      </Group>
      <FilterChips filters={filters} state={state} onChange={setState} />
      {picked.selection.count > 0 && (
        <div className={classes.bulk} role="region" aria-label={t('grid.selection')}>
          <Text size="sm" fw={600} role="status">
            {t('grid.selected', { count: picked.selection.count, number: format.number(picked.selection.count) })}
          </Text>
          {!isAll && (
            <Button size="compact-sm" variant="subtle" onClick={picked.selectAll}>
              {t('grid.selectAll', { number: format.number(rows.total) })}
            </Button>
          )}
          {actions.map((action) => (
            <Button
              key={action.id}
              size="compact-sm"
              variant={action.danger ? 'light' : 'default'}
              color={action.danger ? 'bad' : undefined}
              leftSection={action.icon && <action.icon size={15} aria-hidden />}
              onClick={() => action.run(picked.selection)}
            >
              {action.label}
            </Button>
          ))}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={picked.clear} ml="auto">
            {t('grid.clearSelection')}
          </Button>
        </div>
      )}
      <div className={classes.card}>
        {rows.error ? (
          <Box p="md">
            <LoadProblem error={rows.error} retry={rows.retry} />
          </Box>
        ) : nothing ? (
          filtered ? (
            <EmptyState icon={IconFilterOff} title={t('grid.noMatch')} text={t('grid.noMatchText')}>
              <Button variant="default" onClick={() => setState({ ...state, q: '', filters: {} })}>
                {t('grid.clearFilters')}
              </Button>
            </EmptyState>
          ) : (
            (props.empty ?? <EmptyState icon={IconFilterOff} title={t('grid.empty')} />)
          )
        ) : phone ? (
          <div
            ref={scroll}
            className={classes.scroll}
            tabIndex={0}
            role="region"
            aria-label={props.label}
            aria-busy={rows.pending}
          >
            <div
              className={`${classes.body} ${rows.refreshing ? classes.stale : ''}`}
              style={{ height: rows.pending ? 400 : virtual.getTotalSize() }}
              role="list"
            >
              {rows.pending && <Loading rows={6} />}
              {items.map((item) => {
                const row = rows.row(item.index)
                return (
                  <div
                    key={item.key}
                    ref={virtual.measureElement}
                    data-index={item.index}
                    role="listitem"
                    aria-setsize={rows.total}
                    aria-posinset={item.index + 1}
                    className={classes.cardrow}
                    data-selected={(row && picked.has(row.id)) || undefined}
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    {row ? (
                      <PhoneCard
                        row={row}
                        columns={shown}
                        href={props.rowHref?.(row)}
                        onOpen={opens ? () => open(row) : undefined}
                        tick={
                          selectable && (
                            <Checkbox
                              mt={4}
                              aria-label={t('grid.selectRow', { name: props.rowLabel(row) })}
                              checked={picked.has(row.id)}
                              onChange={() => tick(row, item.index, false)}
                            />
                          )
                        }
                      />
                    ) : (
                      <Skeleton h={44} />
                    )}
                  </div>
                )
              })}
            </div>
          </div>
        ) : (
          <div
            ref={scroll}
            className={classes.scroll}
            role="grid"
            tabIndex={0}
            aria-label={props.label}
            aria-rowcount={rows.total + 1}
            aria-colcount={shown.length + (selectable ? 1 : 0)}
            aria-multiselectable={selectable || undefined}
            aria-busy={rows.pending}
            aria-activedescendant={active >= 0 ? `${gridId}-${active}` : undefined}
            onKeyDown={onKey}
          >
            <div role="rowgroup" className={classes.head}>
              <div role="row" aria-rowindex={1} className={classes.line} style={{ gridTemplateColumns: template }}>
                {selectable && (
                  <div role="columnheader" className={classes.tick} style={{ height: 38 }} tabIndex={-1}>
                    <Checkbox
                      size="xs"
                      aria-label={t('grid.selectAllRows')}
                      checked={isAll}
                      indeterminate={!isAll && picked.selection.count > 0}
                      onChange={() => (isAll ? picked.clear() : picked.selectAll())}
                    />
                  </div>
                )}
                {shown.map((column) => {
                  const order =
                    column.sort === undefined
                      ? undefined
                      : state.sort === column.sort
                        ? 'ascending'
                        : state.sort === `-${column.sort}`
                          ? 'descending'
                          : 'none'
                  return (
                    <div
                      key={column.id}
                      role="columnheader"
                      tabIndex={-1}
                      aria-sort={order}
                      className={classes.headcell}
                      data-end={column.align === 'end' || undefined}
                    >
                      {column.sort ? (
                        <UnstyledButton className={classes.sort} onClick={() => sortBy(column)}>
                          <span>{column.header}</span>
                          {order === 'ascending' && <IconArrowUp size={14} aria-hidden />}
                          {order === 'descending' && <IconArrowDown size={14} aria-hidden />}
                        </UnstyledButton>
                      ) : (
                        <Text span inherit truncate>
                          {column.header}
                        </Text>
                      )}
                      <Grip
                        label={t('grid.width', { column: column.header })}
                        width={widthOf(column)}
                        onChange={(width) => change({ ...layout, widths: { ...layout.widths, [column.id]: width } })}
                      />
                    </div>
                  )
                })}
              </div>
            </div>
            <div
              role="rowgroup"
              className={`${classes.body} ${rows.refreshing ? classes.stale : ''}`}
              style={{ height: rows.pending ? 480 : virtual.getTotalSize() }}
            >
              {rows.pending && <Loading rows={10} />}
              {items.map((item) => {
                const row = rows.row(item.index)
                return (
                  <div
                    key={item.key}
                    id={`${gridId}-${item.index}`}
                    role="row"
                    aria-rowindex={item.index + 2}
                    aria-selected={selectable ? Boolean(row && picked.has(row.id)) : undefined}
                    data-active={item.index === active || undefined}
                    data-opens={opens || undefined}
                    className={`${classes.line} ${classes.row}`}
                    style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)` }}
                    onClick={(event) => {
                      setActive(item.index)
                      if ((event.target as HTMLElement).closest('a, button, input, label')) return
                      if (event.shiftKey && selectable) void extendTo(item.index)
                      else open(row, event)
                    }}
                  >
                    {selectable && (
                      <div role="gridcell" tabIndex={-1} className={classes.tick}>
                        {row && (
                          <Checkbox
                            size="xs"
                            tabIndex={-1}
                            aria-label={t('grid.selectRow', { name: props.rowLabel(row) })}
                            checked={picked.has(row.id)}
                            onChange={(event) =>
                              tick(row, item.index, (event.nativeEvent as unknown as { shiftKey?: boolean }).shiftKey ?? false)
                            }
                          />
                        )}
                      </div>
                    )}
                    {shown.map((column, i) => (
                      <div
                        key={column.id}
                        role="gridcell"
                        tabIndex={-1}
                        className={classes.cell}
                        data-end={column.align === 'end' || undefined}
                      >
                        {row ? (
                          i === 0 && props.rowHref?.(row) ? (
                            <RowLink href={props.rowHref(row)!}>{column.cell(row)}</RowLink>
                          ) : (
                            column.cell(row)
                          )
                        ) : (
                          <Skeleton h={12} w={`${50 + ((item.index * 7 + i * 13) % 40)}%`} />
                        )}
                      </div>
                    ))}
                  </div>
                )
              })}
            </div>
          </div>
        )}
        {!nothing && !rows.error && (
          <div className={classes.foot}>
            <span role="status" className="num">
              {rows.pending ? t('common.loading') : t('grid.count', { count: rows.total, number: format.number(rows.total) })}
            </span>
          </div>
        )}
      </div>
    </div>
  )
}

/** A real link, so that the middle button and "copy address" work; the plain click stays in the app. */
function RowLink({ href, children, tabbable }: { href: string; children: React.ReactNode; tabbable?: boolean }) {
  const navigate = useNavigate()
  return (
    <a
      href={href}
      tabIndex={tabbable ? undefined : -1}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        void navigate({ href })
      }}
    >
      {children}
    </a>
  )
}

function QuickFilter({ value, label, onChange }: { value: string; label: string; onChange: (q: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const send = useDebouncedCallback((q: string) => onChange(q), 250)
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="sm"
            aria-label={t('common.clear')}
            onClick={() => {
              setText('')
              onChange('')
            }}
          />
        )
      }
      value={text}
      style={{ flex: '1 1 200px', maxWidth: 320 }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}

/** Widens a column by dragging, or with the arrow keys; a double click gives the first width back. */
function Grip({ label, width, onChange }: { label: string; width: number; onChange: (width: number) => void }) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const to = (next: number) => onChange(Math.round(Math.min(900, Math.max(64, next))))
  const move = (event: PointerEvent) => {
    if (start.current) to(start.current.width + event.clientX - start.current.x)
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={64}
      aria-valuemax={900}
      tabIndex={0}
      className={classes.grip}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? width }
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') to(width - 16)
        if (event.key === 'ArrowRight') to(width + 16)
      }}
    />
  )
}

function PhoneCard<Row>(props: { row: Row; columns: Column<Row>[]; href?: string; onOpen?: () => void; tick: React.ReactNode }) {
  const { row, columns } = props
  const title = columns.find((column) => column.card === 'title') ?? columns[0]!
  const badges = columns.filter((column) => column.card === 'badge')
  const subtitles = columns.filter((column) => column.card === 'subtitle')
  const rest = columns.filter((column) => column !== title && column.card === undefined).slice(0, 4)
  return (
    <>
      {props.tick}
      <div className={classes.cardmain}>
        <div className={classes.cardtitle}>
          {props.href ? (
            <RowLink href={props.href} tabbable>
              {title.cell(row)}
            </RowLink>
          ) : props.onOpen ? (
            <UnstyledButton onClick={props.onOpen} fw={600} fz={15} ta="left" py={3}>
              {title.cell(row)}
            </UnstyledButton>
          ) : (
            <span>{title.cell(row)}</span>
          )}
          {badges.map((column) => (
            <span key={column.id}>{column.cell(row)}</span>
          ))}
        </div>
        {subtitles.map((column) => (
          <Text key={column.id} size="sm" component="div">
            {column.cell(row)}
          </Text>
        ))}
        {rest.length > 0 && (
          <div className={classes.cardmeta}>
            {rest.map((column) => (
              <span key={column.id}>
                {column.align === 'end' ? `${column.header} ` : <VisuallyHidden>{column.header}: </VisuallyHidden>}
                {column.cell(row)}
              </span>
            ))}
          </div>
        )}
      </div>
    </>
  )
}

function Loading({ rows }: { rows: number }) {
  return (
    <Box p="md" aria-hidden>
      {Array.from({ length: rows }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={line} h={14} my={17} w={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Box>
  )
}
