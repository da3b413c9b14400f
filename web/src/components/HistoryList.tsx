import { Avatar, Box, Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Page } from '@/lib/api/client'
import { useFormat } from '@/lib/format'
import classes from './HistoryList.module.css'
import { LoadProblem } from './QueryState'

export type Change = { field: string; old?: unknown; now?: unknown; new?: unknown }
export type AuditEntry = {
  id: string
  at: string
  actorId: string | null
  actorName: string
  via: string
  ip: string | null
  entity: string
  entityId: string
  entityLabel: string
  action: string
  version: number
  changes: Change[]
}

type Part = Change & { part?: string }
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasId = (value: unknown): value is { id: unknown } => isMap(value) && 'id' in value

/** Of a list of things that is kept as a whole, those that came, went or are not what they were. */
function otherThings(change: Change, now: unknown): Change {
  const { field, old } = change
  if (!Array.isArray(old) || !Array.isArray(now) || ![...old, ...now].every(hasId)) return change
  const written = (things: unknown[]) => new Set(things.map((thing) => JSON.stringify(thing)))
  const [before, after] = [written(old), written(now)]
  const gone = old.filter((thing) => !after.has(JSON.stringify(thing)))
  const come = now.filter((thing) => !before.has(JSON.stringify(thing)))
  return gone.length || come.length ? { field, old: gone.length ? gone : undefined, now: come } : change
}

const onSite: Record<string, string> = { from: 'onSiteFrom', to: 'onSiteTo' }

/** Own fields, attributes, the own times of a line and what an event occupies are kept as one value; people read them one by one. */
export function oneByOne(changes: readonly Change[]): Part[] {
  return changes.flatMap((change) => {
    const { field, old, now = change.new } = change
    const times = /(^|\.)(times|occupancy)$/.test(field)
    if (field !== 'custom' && field !== 'attributes' && !times) return [otherThings(change, now)]
    if (![old, now].every((side) => isMap(side) || side === null || side === undefined)) return [change]
    const before = isMap(old) ? old : {}
    const after = isMap(now) ? now : {}
    if (times)
      return [...new Set(['from', 'to', ...Object.keys(before), ...Object.keys(after)])]
        .filter((part) => (before[part] ?? null) !== (after[part] ?? null))
        .map((part) => ({
          // The database keeps the parts in an order of its own; "to" alone may be a place.
          field: field.replace(/(times|occupancy)$/, onSite[part] ?? part),
          old: before[part] ?? null,
          now: after[part] ?? null,
        }))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((part) => before[part] !== after[part])
      .map((part) => ({ field, part, old: before[part], now: after[part] }))
  })
}

/** A field's name as people read it: the `fields` dictionary, else the name itself with spaces. */
export function useFieldName(): (field: string, part?: string) => string {
  const { t, i18n } = useTranslation()
  const nameOf = (field: string) => {
    const name = field.replace(/^.*\./, '')
    if (i18n.exists(`fields.${name}`)) return t(`fields.${name}`)
    const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  return (field, part) => {
    // An own field is called what somebody called it.
    if (part && field === 'custom') return part
    if (part) field = part
    // Of one thing in a list: `rooms[Great Hall].riggingPoints[P1].heightMillimetres`.
    const inList = /^[A-Za-z]+\[(.*)\]\.([A-Za-z]+)$/s.exec(field)
    if (inList) return `${inList[1]!.replace(/\]\.[A-Za-z]+\[/g, ' › ')}: ${nameOf(inList[2]!)}`
    return nameOf(field)
  }
}

/** A stored value as people read it: dates, amounts, lists and names of things, by its shape. */
export function useValueText(): (value: unknown) => string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (typeof value === 'number') return format.number(value)
    if (Array.isArray(value))
      return value.length ? value.map(text).join(value.some((one) => isMap(one) && 'from' in one) ? '; ' : ', ') : '–'
    if (typeof value === 'object') {
      const thing = value as Record<string, unknown>
      if (typeof thing.amountMinor === 'number' && typeof thing.currency === 'string') {
        return format.money({ amountMinor: thing.amountMinor, currency: thing.currency })
      }
      if (typeof thing.from === 'string' && typeof thing.to === 'string')
        return [thing.kind, thing.stage, `${text(thing.from)} – ${text(thing.to)}`, thing.note]
          .filter(Boolean)
          .map(text)
          .join(', ')
      const named = thing.name ?? thing.label ?? thing.number ?? thing.description ?? thing.text
      if (typeof named !== 'string') return JSON.stringify(value)
      return typeof thing.dueAt === 'string' ? `${named} (${text(thing.dueAt)})` : named
    }
    const words = String(value)
    if (/^[A-Z][A-Z_]+$/.test(words) && i18n.exists(`history.values.${words}`)) return t(`history.values.${words}`)
    if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return format.date(words)
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(words)) return format.dateTime(words)
    return words
  }
  return text
}

/** Where those are that a field points to by their id; what is found nowhere stays unsaid. */
const places: Record<string, string | null> = {
  clientId: '/clients',
  partnerId: '/clients',
  productId: '/products',
  eventId: '/events',
  venueId: '/venues',
  roomId: null,
  plannerId: '/users',
  ownerId: '/users',
  assigneeId: '/users',
  dealId: '/deals',
  contactId: null,
  projectId: '/projects',
  typeId: '/event-types',
  warehouseId: '/locations',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A value; of another thing its name. */
function Value({ field, value }: { field: string; value: unknown }) {
  const valueText = useValueText()
  const place = places[field]
  if (place === undefined || typeof value !== 'string' || !uuid.test(value)) return valueText(value)
  return place ? <NameOf path={`${place}/${value}`} /> : '…'
}

function NameOf({ path }: { path: string }) {
  const { data } = useQuery({
    queryKey: ['picked', path],
    queryFn: () => api.get<{ name?: string }>(path),
    staleTime: 300_000,
    retry: false,
  })
  return data?.name ?? '…'
}

/** Fields with what they were and what they became. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  return (
    <ul className={classes.changes}>
      {oneByOne(changes).map((change) => {
        const now = change.now ?? change.new
        return (
          <li key={`${change.field} ${change.part ?? ''}`}>
            <span className={classes.field}>{fieldName(change.field, change.part)}</span>
            {change.old !== undefined && change.old !== null && (
              <>
                <del>
                  <Value field={change.field} value={change.old} />
                </del>
                <span className={classes.arrow} role="img" aria-label={t('common.becomes')}>
                  →
                </span>
              </>
            )}
            <ins>
              <Value field={change.field} value={now} />
            </ins>
          </li>
        )
      })}
    </ul>
  )
}

/** An action's name: `history.actions.<ACTION>` in the dictionary, else the word itself. */
export function useActionText(): (action: string) => string {
  const { t, i18n } = useTranslation()
  return (action) => {
    const key = action.toLowerCase()
    return i18n.exists(`history.actions.${key}`) ? t(`history.actions.${key}`) : key.replaceAll(/[_-]/g, ' ')
  }
}

/** Everything that happened to one thing, newest first. `path` answers pages of audit entries: `/assets/{id}/history`. */
export function HistoryList({ path }: { path: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const actionText = useActionText()
  const query = useInfiniteQuery({
    queryKey: ['history', path],
    queryFn: ({ pageParam, signal }) => api.get<Page<AuditEntry>>(path, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  if (query.isError) return <LoadProblem error={query.error} retry={() => void query.refetch()} />
  const entries = query.data?.pages.flatMap((page) => page.items) ?? []
  if (!query.isPending && entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('history.none')}
      </Text>
    )
  }
  return (
    <Stack gap={0}>
      <ol className={classes.list}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Avatar size={28} name={entry.actorName} color="initials" aria-hidden />
              <Box miw={0} flex={1}>
                <Text size="sm">
                  <b>{entry.actorName}</b> {actionText(entry.action)}
                </Text>
                <Text size="xs" c="dimmed" title={format.dateTime(entry.at)}>
                  <time dateTime={entry.at}>{format.dateTime(entry.at)}</time> · {format.relative(entry.at)}
                </Text>
                {entry.changes.length > 0 && <ChangeList changes={entry.changes} />}
              </Box>
            </Group>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="default" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.showMore')}
        </Button>
      )}
    </Stack>
  )
}
