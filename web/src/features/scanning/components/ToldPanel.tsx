import { Anchor, Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBolt,
  IconCheck,
  IconChecks,
  IconEqual,
  IconScan,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type LabelKind, labelsPath } from '@/components/labels/printLabels'
import { Numbered } from '@/components/Numbered'
import { kindPath } from '@/lib/kinds'
import { useMe } from '@/lib/session'
import type { Tone } from '../model/feedback'
import type { Told } from '../model/station-state'
import { CaseCheck } from './CaseCheck'
import classes from './Scan.module.css'
import { useSaid } from './useSaid'

const signs: Record<Tone, typeof IconCheck> = {
  GOOD: IconCheck,
  COMPLETE: IconChecks,
  SAME: IconEqual,
  OPEN: IconAlertTriangle,
  COMMAND: IconBolt,
  BAD: IconX,
}

const isLabelled = (kind: string): kind is LabelKind => ['ASSET', 'CASE', 'LOCATION', 'KIT'].includes(kind)

/** A longer number would not fit beside the count on a phone, in one piece. */
const SHORT = 12
/** It would fill the panel by itself in large letters. */
const LONG = 16

/** How the newest scan went: colour, sign and words say the same. */
export function ToldPanel({
  told,
  idle,
  onUndo,
  onBind,
  offers = [],
}: {
  told: Told | null
  idle: string
  onUndo?: () => void
  /** Where the person may: binds a code to what was looked up, or the code to a thing. */
  onBind?: () => void
  /** What else may be done about a refusal: take it along, or instead of what is lacking. */
  offers?: { label: string; run: () => void }[]
}) {
  const { t } = useTranslation()
  const said = useSaid()
  const mayLabel = useMe().permissions.includes('LABEL_PRINT')
  if (!told)
    return (
      <div className={classes.told}>
        <IconScan size={36} stroke={1.6} aria-hidden />
        <div className={classes.toldText}>{idle}</div>
      </div>
    )
  const Sign = signs[told.tone]
  const { count, thing } = told
  // Counted pieces are known by their name, and by how many there were.
  const pieces = thing?.kind === 'PRODUCT' && told.name !== ''
  const headline = pieces ? `${told.quantity === null ? '' : `${told.quantity} × `}${told.name}` : told.label
  const below = pieces ? told.label : told.name
  const page = told.code === 'looked-up' && thing ? kindPath(thing.kind, thing.id) : undefined
  const closed = told.code === 'case-closed' && thing?.kind === 'CASE' ? thing.id : undefined
  const labels =
    (page || closed) && thing && mayLabel && isLabelled(thing.kind) ? labelsPath([{ kind: thing.kind, id: thing.id }]) : undefined
  return (
    <div
      key={told.key}
      className={classes.told}
      data-tone={told.tone}
      data-fresh
      role="status"
      aria-live="assertive"
      data-testid="told"
    >
      <Sign size={40} stroke={2.4} aria-hidden />
      <div>
        {headline && (
          <div className={classes.toldLabel} data-long={headline.length > LONG}>
            {headline.length > SHORT ? headline : <Numbered>{headline}</Numbered>}
          </div>
        )}
        <div className={classes.toldText}>
          {below && below !== headline && <b>{below} · </b>}
          {told.code === 'looked-up' && told.thing ? said.place(told.thing) : said.of(told)}
        </div>
        {closed && <CaseCheck caseId={closed} scan={told.key} />}
        <div className={classes.toldLinks}>
          {closed && (
            <Anchor href={`/cases/${closed}/packing-list`} c="inherit" underline="always" fw={600} py={12}>
              {t('scanning.packingList')}
            </Anchor>
          )}
          {page && (
            <Anchor href={page} c="inherit" underline="always" fw={600} py={12}>
              {t('scanning.open')}
            </Anchor>
          )}
          {labels && (
            <Anchor href={labels} c="inherit" underline="always" fw={600} py={12}>
              {t('scanning.printLabel')}
            </Anchor>
          )}
          {offers.map(({ label, run }) => (
            <Anchor
              key={label}
              component="button"
              type="button"
              c="inherit"
              underline="always"
              fw={600}
              py={12}
              ta="start"
              onClick={run}
            >
              {label}
            </Anchor>
          ))}
          {onBind && (
            <Anchor component="button" type="button" c="inherit" underline="always" fw={600} py={12} onClick={onBind}>
              {t(told.thing ? 'scanning.bindCode' : 'scanning.bindToThing')}
            </Anchor>
          )}
        </div>
      </div>
      <div className={classes.toldSide}>
        {count && count.of > 0 && told.tone !== 'BAD' && (
          <div className={`${classes.toldCount} num`}>{t('scanning.count', { done: count.done, of: count.of })}</div>
        )}
        {onUndo && (
          <Button
            variant="white"
            color="dark"
            h={48}
            px="sm"
            leftSection={<IconArrowBackUp size={20} aria-hidden />}
            onClick={onUndo}
            aria-label={t('scanning.undoOf', { thing: told.label })}
          >
            {t('common.undo')}
          </Button>
        )}
      </div>
    </div>
  )
}
