import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconClock, IconHelp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/components/EmptyState'
import { Numbered } from '@/components/Numbered'
import { useFormat } from '@/lib/format'
import { shownCode } from '../model/read-code'
import type { ScanEntry } from '../model/scan-journal'
import { canUndo, type Station } from '../model/station'
import classes from './Scan.module.css'
import { useSaid } from './useSaid'

/** What an entry is called: its thing, else what was read. */
export const entryLabel = (entry: ScanEntry): string =>
  entry.answer?.thing?.label ?? entry.verdict.thing?.label ?? shownCode(entry.line.code ?? '')

/** The last scans made on this device by this person; what can be taken back has a button for it. */
export function Recent({ entries, station }: { entries: ScanEntry[]; station: Station }) {
  const { t } = useTranslation()
  const format = useFormat()
  const said = useSaid()
  const undone = new Set(entries.filter((one) => one.state !== 'REFUSED').map((one) => one.line.undoes))
  if (entries.length === 0)
    return <EmptyState icon={IconClock} title={t('scanning.noRecent')} text={t('scanning.noRecentText')} />
  return (
    <ul className={classes.lines} aria-label={t('scanning.recent')}>
      {entries.map((entry) => {
        const outcome = entry.answer ?? { ...entry.verdict, message: '' }
        const Sign =
          entry.state === 'REFUSED' || (entry.state === 'WAITING' && entry.verdict.result === 'REFUSED')
            ? IconX
            : entry.state === 'ACCEPTED'
              ? IconCheck
              : entry.verdict.result === 'OPEN'
                ? IconHelp
                : IconClock
        return (
          <li key={entry.id} className={classes.line}>
            <Sign
              size={22}
              aria-hidden
              className={classes.sign}
              data-state={Sign === IconX ? 'bad' : Sign === IconCheck ? 'good' : 'waiting'}
            />
            <span className={classes.lineText}>
              <b>
                <Numbered>{entryLabel(entry)}</Numbered>
              </b>
              {entry.line.quantity !== undefined && <span className="num"> × {entry.line.quantity}</span>}
              <Text size="sm" c="dimmed" component="span" display="block">
                {said.sentence(outcome.code, outcome.facts, outcome.message, entryLabel(entry))}
                {entry.state === 'WAITING' && ` · ${t('scanning.notSent')}`}
                {` · ${format.dateTime(entry.line.at)}`}
              </Text>
            </span>
            {canUndo(entry) && !undone.has(entry.id) && (
              <Button
                variant="default"
                h={48}
                leftSection={<IconArrowBackUp size={20} aria-hidden />}
                onClick={() => void station.undo(entry)}
                aria-label={t('scanning.undoOf', { thing: entryLabel(entry) })}
              >
                {t('common.undo')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
