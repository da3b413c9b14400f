import { ActionIcon, Button, Card, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconDots, IconGripVertical, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '@/components/later'
import { StatusBadge } from '@/components/StatusBadge'
import { WideTable } from '@/components/WideTable'
import { currencyDigits, useFormat } from '@/lib/format'
import { useCan } from '@/lib/session'
import {
  type GroupInput,
  type LineInput,
  type LineKind,
  type Quote,
  type QuoteGroup,
  type QuoteLine,
  type QuoteVersion,
  type Stock,
  stockQuery,
} from '../api/quotes'
import { AddLine } from './AddLine'
import { CellInput } from './CellInput'
import { PriceSteps } from './PriceSteps'
import classes from './Quote.module.css'
import { type Edit, useQuoteEdits } from './useQuoteEdits'

const LineDialog = later(() => import('./LineDialog').then((file) => file.LineDialog))
const GroupDialog = later(() => import('./GroupDialog').then((file) => file.GroupDialog))

const unitPrice = (locale: string, currency: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 4 })
const signOf = (locale: string, currency: string) =>
  unitPrice(locale, currency)
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

const others: LineKind[] = ['CREW', 'TRANSPORT', 'CONSUMABLE', 'SUB_HIRE', 'TEXT', 'PERCENT']

export const changeLine = (id: string, change: Partial<LineInput>) => (groups: GroupInput[]) =>
  groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
  }))
const removeLine = (id: string) => (groups: GroupInput[]) =>
  groups.map((group) => ({
    ...group,
    lines: group.lines
      .filter((line) => line.id !== id)
      .map((line) => (line.alternativeTo === id ? { ...line, alternativeTo: null } : line)),
  }))
/** One up or down, over the edge of its group into the next. */
const moveLine = (id: string, step: -1 | 1) => (groups: GroupInput[]) => {
  const at = groups.findIndex((group) => group.lines.some((line) => line.id === id))
  const group = groups[at]!
  const index = group.lines.findIndex((line) => line.id === id)
  const line = group.lines[index]!
  const rest = group.lines.filter((one) => one !== line)
  const target = index + step
  if (target >= 0 && target <= rest.length)
    return groups.map((one) => (one === group ? { ...one, lines: rest.toSpliced(target, 0, line) } : one))
  const next = groups[at + step]
  if (!next) return groups
  return groups.map((one) =>
    one === group
      ? { ...one, lines: rest }
      : one === next
        ? { ...one, lines: step > 0 ? [line, ...one.lines] : [...one.lines, line] }
        : one,
  )
}
/** To stand before another line. */
const dropLine = (id: string, before: string) => (groups: GroupInput[]) => {
  const line = groups.flatMap((group) => group.lines).find((one) => one.id === id)
  if (!line || id === before) return groups
  return groups.map((group) => {
    const rest = group.lines.filter((one) => one.id !== id)
    const at = rest.findIndex((one) => one.id === before)
    return { ...group, lines: at < 0 ? rest : rest.toSpliced(at, 0, line) }
  })
}
/** An option is taken or not; of a line and its alternatives exactly one is. */
const takeLine = (line: QuoteLine, chosen: boolean) => (groups: GroupInput[]) =>
  groups.map((group) => ({
    ...group,
    lines: group.lines.map((one) =>
      one.id === line.id
        ? { ...one, chosen }
        : line.alternativeTo && one.alternativeTo === line.alternativeTo
          ? { ...one, chosen: false }
          : one,
    ),
  }))
const addLine = (groupId: string, line: LineInput) => (groups: GroupInput[]) =>
  groups.map((group) => (group.id === groupId ? { ...group, lines: [...group.lines, line] } : group))

/** The lines of a draft, to be changed where they stand; of anything else, to be read. */
export function QuoteLines({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const can = useCan()
  const { edit } = useQuoteEdits(quote.id)
  const version = quote.current
  const editable = version.state === 'DRAFT' && can('QUOTE_EDIT')
  const stock = useQuery({ ...stockQuery(quote), enabled: can('ASSET_READ') && !quote.template }).data
  const [dialog, setDialog] = useState<{ group: string; line: QuoteLine | null; kind: LineKind }>()
  const [group, setGroup] = useState<{ group: QuoteGroup | null }>()
  return (
    <>
      <LinesTable
        version={version}
        editable={editable}
        stock={stock}
        edit={edit}
        onLine={(of, line, kind) => setDialog({ group: of.id, line, kind })}
        onGroup={(one) => setGroup({ group: one })}
      />
      {editable && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setGroup({ group: null })}
        >
          {t('quotes.addGroup')}
        </Button>
      )}
      {dialog && (
        <LineDialog
          {...dialog}
          version={version}
          onClose={() => setDialog(undefined)}
          onDone={(line) => {
            edit(dialog.line ? changeLine(dialog.line.id, line) : addLine(dialog.group, line))
            setDialog(undefined)
          }}
        />
      )}
      {group && (
        <GroupDialog
          group={group.group}
          currency={version.currency}
          onClose={() => setGroup(undefined)}
          onDone={(change) => {
            const of = group.group
            edit((groups) =>
              of ? groups.map((one) => (one.id === of.id ? { ...one, ...change } : one)) : [...groups, { ...change, lines: [] }],
            )
            setGroup(undefined)
          }}
        />
      )}
    </>
  )
}

type TableProps = {
  version: QuoteVersion
  editable: boolean
  stock?: Stock
  edit?: Edit
  onLine?: (group: QuoteGroup, line: QuoteLine | null, kind: LineKind) => void
  onGroup?: (group: QuoteGroup) => void
}

/** The lines of any version, group by group. */
export function LinesTable({ version, editable, stock, edit, onLine, onGroup }: TableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const free = new Map(stock?.lines.map((one) => [one.lineId, one]))
  const columns = 6 + (stock?.from ? 1 : 0)
  return (
    <Card padding={0}>
      <WideTable minWidth={340} label={t('quotes.lines')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('quotes.line')}</th>
              <th className={classes.end}>{t('quotes.quantity')}</th>
              <th className={`${classes.end} ${classes.wide}`}>{t('quotes.price')}</th>
              <th className={`${classes.end} ${classes.wide}`}>{t('quotes.discountPercent')}</th>
              {stock?.from && <th className={`${classes.end} ${classes.wide}`}>{t('quotes.freeColumn')}</th>}
              <th className={classes.end}>{t('quotes.net')}</th>
              <td />
            </tr>
          </thead>
          {version.groups.map((group, index) => (
            <tbody key={group.id}>
              <tr className={classes.group}>
                <td>
                  {editable && edit ? (
                    <UnstyledButton fw={600} fz="sm" mih={28} onClick={() => onGroup?.(group)}>
                      {group.name || t('quotes.unnamedGroup')}
                    </UnstyledButton>
                  ) : (
                    group.name || (version.groups.length > 1 && t('quotes.unnamedGroup'))
                  )}
                  {group.discount.percent !== null && (
                    <Text span size="xs" c="dimmed" ml="xs">
                      {t('quotes.less', { amount: format.percent(group.discount.percent) })}
                    </Text>
                  )}
                </td>
                <td />
                <td className={classes.wide} />
                <td className={classes.wide} />
                {stock?.from && <td className={classes.wide} />}
                <td className={classes.end}>{format.money(group.net)}</td>
                <td className={classes.end}>
                  {editable && edit && (
                    <Menu position="bottom-end" width={220}>
                      <Menu.Target>
                        <ActionIcon
                          variant="subtle"
                          aria-label={t('quotes.groupMenu', { name: group.name || t('quotes.unnamedGroup') })}
                        >
                          <IconDots size={16} aria-hidden />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {others.map((kind) => (
                          <Menu.Item key={kind} onClick={() => onLine?.(group, null, kind)}>
                            {t(`quotes.addKind.${kind}`)}
                          </Menu.Item>
                        ))}
                        <Menu.Divider />
                        <Menu.Item onClick={() => onGroup?.(group)}>{t('quotes.editGroup')}</Menu.Item>
                        {version.groups.length > 1 && (
                          <Menu.Item color="red" onClick={() => edit((groups) => groups.filter((one) => one.id !== group.id))}>
                            {t('quotes.removeGroup')}
                          </Menu.Item>
                        )}
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </td>
              </tr>
              {group.lines.map((line) => (
                <Row
                  key={line.id}
                  line={line}
                  group={group}
                  editable={editable}
                  edit={edit}
                  stocked={Boolean(stock?.from)}
                  free={free.get(line.id)}
                  margin={can('QUOTE_MARGIN_READ')}
                  onLine={onLine}
                />
              ))}
              {editable && edit && (
                <tr>
                  <td colSpan={columns}>
                    <AddLine
                      label={group.name ? t('quotes.addTo', { group: group.name }) : t('quotes.addLine')}
                      stock={stock}
                      onAdd={(line) => edit(addLine(group.id, line))}
                    />
                    {index === 0 && (
                      <Text size="xs" c="dimmed" mt={4} visibleFrom="sm">
                        {t('quotes.keys')}
                      </Text>
                    )}
                  </td>
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </WideTable>
    </Card>
  )
}

const dragged = 'application/x-quote-line'
/** What has a price of its own; that none is known is easily overlooked. */
const things = new Set<LineKind>(['PRODUCT', 'KIT', 'CONSUMABLE'])

function Row(props: {
  line: QuoteLine
  group: QuoteGroup
  editable: boolean
  edit: Edit | undefined
  stocked: boolean
  free: { firm: number; worst: number; lacking: number } | undefined
  margin: boolean
  onLine: TableProps['onLine']
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [over, setOver] = useState(false)
  const { line, edit, free } = props
  const editable = props.editable && edit !== undefined
  const priced = line.kind !== 'PERCENT'
  const choice = line.optional || line.alternativeTo !== null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!editable || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    edit?.(moveLine(line.id, event.key === 'ArrowUp' ? -1 : 1))
  }
  const drop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(dragged)
    setOver(false)
    if (!id) return
    event.preventDefault()
    edit?.(dropLine(id, line.id))
  }
  return (
    <tr
      className={classes.row}
      data-over={over || undefined}
      data-out={line.chosen ? undefined : true}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!editable || !event.dataTransfer.types.includes(dragged)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <td>
        <Group gap={6} wrap="nowrap">
          {editable && (
            <span
              className={classes.grip}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(dragged, line.id)
                event.dataTransfer.effectAllowed = 'move'
              }}
            >
              <IconGripVertical size={14} aria-hidden />
            </span>
          )}
          <div>
            {editable ? (
              <UnstyledButton fz="sm" mih={28} onClick={() => props.onLine?.(props.group, line, line.kind)}>
                {line.name}
              </UnstyledButton>
            ) : (
              line.name
            )}
            <Group gap={6}>
              {line.kind !== 'PRODUCT' && (
                <Text size="xs" c="dimmed">
                  {t(`quotes.kinds.${line.kind}`)}
                </Text>
              )}
              {line.note && (
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {line.note}
                </Text>
              )}
              {editable && things.has(line.kind) && line.basis.listPrice === 0 && (
                <Text size="xs" c="var(--mantine-color-error)">
                  {t('quotes.noPrice')}
                </Text>
              )}
              {line.optional && <StatusBadge tone="gray">{t('quotes.optional')}</StatusBadge>}
              {line.alternativeTo && <StatusBadge tone="gray">{t('quotes.alternative')}</StatusBadge>}
            </Group>
          </div>
        </Group>
      </td>
      <td className={classes.end}>
        {priced ? (
          editable ? (
            <CellInput
              label={t('quotes.quantityOf', { name: line.name })}
              column="quantity"
              value={line.quantity}
              disabled={false}
              onDone={(value) => edit?.(changeLine(line.id, { quantity: value ?? 1 }))}
            />
          ) : (
            format.number(line.quantity)
          )
        ) : (
          format.percent(line.percent)
        )}
      </td>
      <td className={`${classes.end} ${classes.wide}`}>
        {priced &&
          (editable ? (
            <CellInput
              label={t('quotes.priceOf', { name: line.name })}
              column="price"
              value={line.basis.listPrice}
              digits={currencyDigits(line.net.currency)}
              disabled={false}
              onDone={(value) => edit?.(changeLine(line.id, { listPrice: value, unit: line.basis.unit }))}
            />
          ) : (
            unitPrice(format.locale, line.net.currency).format(line.basis.listPrice)
          ))}
        {priced && (
          <Text size="xs" c="dimmed">
            {editable && `${signOf(format.locale, line.net.currency)} `}
            {t(`quotes.per.${line.basis.unit}`)}
          </Text>
        )}
      </td>
      <td className={`${classes.end} ${classes.wide}`}>
        {priced &&
          (editable ? (
            <CellInput
              label={t('quotes.discountOf', { name: line.name })}
              column="discount"
              value={line.discountPercent}
              disabled={false}
              onDone={(value) => edit?.(changeLine(line.id, { discountPercent: value }))}
            />
          ) : (
            line.discountPercent !== null && format.percent(line.discountPercent)
          ))}
      </td>
      {props.stocked && (
        <td className={`${classes.end} ${classes.wide}`}>
          {free && (
            <Text span size="sm" c={free.lacking > 0 ? 'var(--mantine-color-error)' : undefined}>
              {t('quotes.free', { firm: free.firm, worst: free.worst })}
            </Text>
          )}
        </td>
      )}
      <td className={classes.end}>
        <PriceSteps line={line} />
        {props.margin && line.cost && (
          <Text size="xs" c="dimmed">
            {t('quotes.earned', {
              amount: format.money({ ...line.net, amountMinor: line.net.amountMinor - line.cost.amountMinor }),
            })}
          </Text>
        )}
      </td>
      <td className={classes.end}>
        {editable && (
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <ActionIcon variant="subtle" aria-label={t('quotes.lineMenu', { name: line.name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => props.onLine?.(props.group, line, line.kind)}>{t('quotes.editLine')}</Menu.Item>
              {choice && (
                <Menu.Item onClick={() => edit?.(takeLine(line, !line.chosen))}>
                  {t(line.chosen ? 'quotes.leave' : 'quotes.take')}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => edit?.(moveLine(line.id, -1))}>{t('quotes.up')}</Menu.Item>
              <Menu.Item onClick={() => edit?.(moveLine(line.id, 1))}>{t('quotes.down')}</Menu.Item>
              <Menu.Item color="red" onClick={() => edit?.(removeLine(line.id))}>
                {t('quotes.removeLine')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  )
}
