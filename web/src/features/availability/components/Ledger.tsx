import { Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/Link'
import { Numbered } from '@/components/Numbered'
import { StatusBadge } from '@/components/StatusBadge'
import { kindPath } from '@/lib/kinds'
import { isEndless, stretchText } from '@/lib/stretch'
import type { Entry, Standing } from '../api/availability'
import { groupsOf, holdsAt, sumAt, weightOf } from '../model/ledger'
import classes from './Availability.module.css'
import { CellButton } from './CellButton'
import { Figure } from './Figure'
import { useCompanyFormat } from './useQuestion'

const tones = { ENQUIRY: 'gray', QUOTED: 'gray', OPTION: 'warn', CONFIRMED: 'ok', CANCELLED: 'gray' } as const
const INSIDE_MAX = 300

/**
 * Every plus and minus of the period; those of the chosen moment add up to the line below them.
 *
 * @param more how many there are besides, which are not listed
 */
export function Ledger({ entries, more, moment }: { entries: readonly Entry[]; more: number; moment: string }) {
  const { t, i18n } = useTranslation()
  const format = useCompanyFormat()
  const phone = useMediaQuery('(max-width: 48em)') ?? false
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => groupsOf(entries), [entries])
  const at = Date.parse(moment)
  const sum = sumAt(entries, at)
  const reason = (code: string) => (i18n.exists(`availability.reasons.${code}`) ? t(`availability.reasons.${code}`) : code)
  const span = (entry: Entry) => ({
    from: entry.from ? format.dateTime(entry.from) : t('availability.always'),
    // What an event uses up does not come back.
    to: entry.to ? format.dateTime(entry.to) : t(entry.standing ? 'availability.stays' : 'availability.forGood'),
    both: entry.from
      ? stretchText(t, { from: entry.from, to: entry.to }, format.dateTime)
      : `${t('availability.always')} – ${entry.to ? format.dateTime(entry.to) : t('availability.forGood')}`,
  })
  const late = (entry: Entry) =>
    entry.late && (
      <Text size="xs" component="div" fw={600} c="var(--mantine-color-error)">
        {isEndless(entry.late) ? t('availability.lateOpen') : t('availability.lateUntil', { until: format.dateTime(entry.late) })}
      </Text>
    )
  const quantity = (value: number, note?: string) => (
    <span className="num">
      {value > 0 ? '+' : value < 0 ? '−' : ''}
      {format.number(Math.abs(value))}
      {note && (
        <Text span size="xs" display="block" style={{ whiteSpace: 'normal' }}>
          {note}
        </Text>
      )}
    </span>
  )
  /** Why a line does not add to the firm number, where it does not. */
  const noteOf = (entry: Entry) => {
    if (!holdsAt(entry, at)) return t('availability.notThen')
    const { firm, worst } = weightOf(entry)
    if (firm === entry.quantity) return undefined
    return worst === entry.quantity ? t('availability.worstOnly') : t('availability.takesNothing')
  }
  const line = (entry: Entry, inner: boolean) => {
    const note = noteOf(entry)
    const { from, to, both } = span(entry)
    const label = <Label entry={entry} />
    return (
      <Table.Tr
        key={`${entry.reason}${entry.subject}${entry.from}${entry.since}${entry.quantity}`}
        className={`${note ? classes.away : ''} ${inner ? classes.inner : ''}`}
      >
        <Table.Td>
          {!inner && reason(entry.reason)} {entry.standing && <Weighing standing={entry.standing} />}
          {phone && (
            <>
              <div>{label}</div>
              <Text size="xs" component="div">
                {both} {late(entry)}
              </Text>
              <Text size="xs" component="div" c="dimmed">
                {t('availability.knownSince', { since: format.dateTime(entry.since) })}
              </Text>
            </>
          )}
        </Table.Td>
        {!phone && <Table.Td>{label}</Table.Td>}
        <Table.Td className={classes.quantity}>{quantity(entry.quantity, note)}</Table.Td>
        {!phone && (
          <>
            <Table.Td className={classes.when}>{from}</Table.Td>
            <Table.Td className={classes.when}>
              {to} {late(entry)}
            </Table.Td>
            <Table.Td className={classes.when}>{format.dateTime(entry.since)}</Table.Td>
          </>
        )}
      </Table.Tr>
    )
  }
  const foldedLine = (key: string, name: string, found: Entry[]) => {
    const isOpen = open.has(key)
    const holding = found.filter((entry) => holdsAt(entry, at))
    const total = holding.reduce((all, entry) => all + entry.quantity, 0)
    return (
      <Fragment key={key}>
        <Table.Tr>
          <Table.Td colSpan={phone ? 1 : 2}>
            <CellButton
              aria-expanded={isOpen}
              leftSection={isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
              onClick={() => setOpen(new Set(isOpen ? [...open].filter((one) => one !== key) : [...open, key]))}
            >
              {name} · {t('availability.entries', { count: found.length })}
            </CellButton>
          </Table.Td>
          <Table.Td className={classes.quantity}>{quantity(total)}</Table.Td>
          {!phone && <Table.Td colSpan={3} />}
        </Table.Tr>
        {isOpen && found.slice(0, INSIDE_MAX).map((entry) => line(entry, true))}
        {isOpen && found.length > INSIDE_MAX && (
          <Table.Tr>
            <Table.Td colSpan={phone ? 2 : 6}>{t('availability.moreEntries', { count: found.length - INSIDE_MAX })}</Table.Td>
          </Table.Tr>
        )}
      </Fragment>
    )
  }
  const summed = (name: ReactNode, value: number) => (
    <Table.Tr className={classes.sum}>
      <Table.Td colSpan={phone ? 1 : 2}>{name}</Table.Td>
      <Table.Td className={classes.quantity}>
        <Figure value={value} />
      </Table.Td>
      {!phone && <Table.Td colSpan={3} />}
    </Table.Tr>
  )
  return (
    <Table verticalSpacing={6} fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('availability.reason')}</Table.Th>
          {!phone && <Table.Th>{t('availability.what')}</Table.Th>}
          <Table.Th ta="right">{t('availability.quantity')}</Table.Th>
          {!phone && (
            <>
              <Table.Th>{t('availability.from')}</Table.Th>
              <Table.Th>{t('availability.to')}</Table.Th>
              <Table.Th>{t('availability.since')}</Table.Th>
            </>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) =>
          group.folded
            ? foldedLine(`${group.reason}${group.entries[0]!.quantity < 0}`, reason(group.reason), group.entries)
            : line(group.entries[0]!, false),
        )}
        {more > 0 && (
          <Table.Tr>
            <Table.Td colSpan={phone ? 2 : 6} c="dimmed">
              {t('availability.notListed', { count: more, number: format.number(more) })}
            </Table.Td>
          </Table.Tr>
        )}
        {summed(t('availability.sumFirm', { moment: format.dateTime(moment) }), sum.firm)}
        {sum.worst !== sum.firm && summed(t('availability.sumWorst', { number: format.number(sum.firm - sum.worst) }), sum.worst)}
      </Table.Tbody>
    </Table>
  )
}

function Weighing({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  return <StatusBadge tone={tones[standing]}>{t(`availability.standings.${standing}`)}</StatusBadge>
}

/** What an entry is about, and the way there. What is counted rather than numbered is about the product itself. */
function Label({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  if (entry.kind === 'product')
    return (
      <TextLink to={`/stock/${entry.subject}` as '/'} size="sm">
        {t('availability.countedStock')}
      </TextLink>
    )
  const path = kindPath(entry.kind, entry.subject)
  if (!path) return <Numbered>{entry.label || '–'}</Numbered>
  return (
    <TextLink to={path as '/'} size="sm">
      <Numbered>{entry.label || t('availability.open')}</Numbered>
    </TextLink>
  )
}
