import { Button, Progress, Text } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck, IconMapPinExclamation, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { Job } from '../model/job'
import type { Sheet } from '../model/sheet'
import { progressOfRows, type Row, rowsOf, textsOf } from '../model/sheet-progress'
import type { Station } from '../model/station'
import classes from './Scan.module.css'

const SHOWN = 300

/** How far all of it is. */
export function SheetTotal({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { done, of } = progressOfRows(rowsOf(sheet))
  if (sheet.kind === 'LOAD')
    return (
      <div className={classes.total}>
        <span className={`${classes.totalCount} num`} data-testid="total">
          {format.number(of)}
        </span>
        <Text c="dimmed">{t('scanning.sheets.onTransfer', { count: of })}</Text>
      </div>
    )
  const share = of === 0 ? 0 : (100 * done) / of
  return (
    <div>
      <div className={classes.total}>
        <span className={`${classes.totalCount} num`} data-testid="total">
          {t('scanning.count', { done, of })}
        </span>
        <Text c="dimmed">{t(`scanning.done.${sheet.kind}`)}</Text>
      </div>
      <Progress
        value={share}
        size={10}
        mt={8}
        color={share >= 100 ? 'ok' : 'brand'}
        aria-label={t(`scanning.done.${sheet.kind}`)}
      />
    </div>
  )
}

/** What is expected, place by place; a tap finds what can not be scanned, and takes back what was found. */
export function SheetLines({ job, sheet, station }: { job: Job; sheet: Sheet; station: Station }) {
  const { t } = useTranslation()
  const texts = useMemo(() => textsOf(job), [job])
  const rows = rowsOf(sheet)
  const open = rows.filter((one) => one.expected > 0 && one.found < one.expected)
  const strange = rows.filter((one) => one.more || one.elsewhere)
  const done = rows.filter((one) => !open.includes(one) && !strange.includes(one))
  const part = (title: string, list: Row[]) =>
    list.length > 0 && (
      <section key={title}>
        <h2 className={classes.shelf}>{title}</h2>
        <ul className={classes.lines}>
          {list.slice(0, SHOWN).map((row) => (
            <li key={row.key}>
              <Line row={row} texts={texts} sheet={sheet} station={station} />
            </li>
          ))}
        </ul>
        {list.length > SHOWN && <Text c="dimmed">{t('scanning.sheets.more', { count: list.length - SHOWN })}</Text>}
      </section>
    )
  if (sheet.kind === 'LOAD') return <div>{part(t('scanning.sheets.listed'), rows)}</div>
  const places = new Map<string, Row[]>()
  for (const one of open) {
    const place = texts.place(one.locationId) || texts.caseNumber(one.caseId) || t('scanning.noShelf')
    places.set(place, [...(places.get(place) ?? []), one])
  }
  return (
    <div>
      {part(t(`scanning.sheets.strange.${sheet.kind}`), strange)}
      {sheet.kind === 'RECEIVE'
        ? part(t('scanning.sheets.stillComing'), open)
        : [...places].map(([place, list]) => part(place, list))}
      {part(t('scanning.finished'), done)}
    </div>
  )
}

function Line({ row, texts, sheet, station }: { row: Row; texts: ReturnType<typeof textsOf>; sheet: Sheet; station: Station }) {
  const { t } = useTranslation()
  const label = texts.label(row)
  const where = row.elsewhere
    ? t('scanning.sheets.foundAt', { place: texts.place(row.elsewhere) })
    : row.caseId
      ? t('scanning.inCase', { number: texts.caseNumber(row.caseId) })
      : texts.place(row.locationId)
  const listed = sheet.kind === 'LOAD'
  const thing = { kind: row.kind, id: row.id }
  const back = () =>
    void station.tickByHand({
      kind: sheet.kind,
      thing,
      back: true,
      ...(row.kind === 'PRODUCT'
        ? {
            quantity: row.found,
            ...(listed ? { fromLocationId: row.locationId ?? undefined } : { locationId: row.locationId ?? undefined }),
            caseId: row.caseId ?? undefined,
          }
        : {}),
    })
  const find = () =>
    void station.tickByHand({
      kind: sheet.kind,
      thing,
      ...(row.kind === 'PRODUCT' && sheet.kind === 'COUNT'
        ? { locationId: row.locationId ?? undefined, caseId: row.caseId ?? undefined }
        : {}),
    })
  // Pieces that arrived at several places are taken back by their scans.
  const undoable = row.found > 0 && (row.kind !== 'PRODUCT' || sheet.kind !== 'RECEIVE')
  const complete = row.found >= row.expected && !row.more
  return (
    <div className={classes.line} data-done={complete && !row.elsewhere}>
      {row.elsewhere ? (
        <IconMapPinExclamation size={22} color="var(--mantine-color-warn-7)" aria-hidden style={{ flex: 'none' }} />
      ) : row.more ? (
        <IconPlus size={22} color="var(--mantine-color-warn-7)" aria-hidden style={{ flex: 'none' }} />
      ) : complete ? (
        <IconCircleCheck size={22} color="var(--mantine-color-ok-7)" aria-hidden style={{ flex: 'none' }} />
      ) : null}
      <span className={classes.lineText}>
        <b>{label}</b>
        <Text size="sm" c="dimmed" component="span" display="block">
          {[texts.name(row), where].filter(Boolean).join(' · ')}
        </Text>
      </span>
      {row.kind === 'PRODUCT' && (
        <span className={`${classes.lineCount} num`}>
          {listed ? row.expected : t('scanning.count', { done: row.found, of: row.expected })}
        </span>
      )}
      {!listed && row.found < row.expected && (
        <Button
          variant="default"
          h={44}
          px="sm"
          flex="none"
          onClick={find}
          aria-label={t('scanning.sheets.findOf', { thing: label })}
        >
          {t(row.kind === 'PRODUCT' ? 'scanning.sheets.howMany' : 'scanning.sheets.find')}
        </Button>
      )}
      {undoable && complete && (
        <Button variant="subtle" h={44} px="xs" flex="none" onClick={back} aria-label={t('scanning.undoOf', { thing: label })}>
          <IconArrowBackUp size={20} aria-hidden />
        </Button>
      )}
    </div>
  )
}
