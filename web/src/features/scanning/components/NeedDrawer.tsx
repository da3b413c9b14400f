import { Button, Drawer, Stack, Text } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Numbered } from '@/components/Numbered'
import { useFormat } from '@/lib/format'
import type { Job, JobAsset, Need } from '../model/job'
import { type Pieces, piecesOf } from '../model/pieces'
import type { StationState } from '../model/station-state'
import classes from './Scan.module.css'

/** More are not looked through on a phone: they are typed or scanned. */
const SHOWN_MAX = 60

/** The single pieces of a line: what is ready or out, by whom, and what could still be taken; a tap does what a scan of it would. */
export function NeedDrawer({
  need,
  job,
  state,
  onTake,
  onType,
  onClose,
}: {
  need: Need
  job: Job
  state: StationState
  onTake: (asset: JobAsset) => void
  onType: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { mode, back, condition } = state
  const pieces = piecesOf(job, need, mode, back)
  const hint =
    mode === 'CHECK_IN' && condition !== 'GOOD'
      ? t(`scanning.pieces.as.${condition}`)
      : t(mode === 'PREP' && back ? 'scanning.pieces.putBack' : 'scanning.pieces.text')
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      styles={{ content: { height: 'auto', maxHeight: '80%', borderRadius: '16px 16px 0 0' } }}
      title={<Text fw={650}>{need.name}</Text>}
    >
      <Stack gap="sm" maw={640} mx="auto">
        <Text c="dimmed">{hint}</Text>
        <Group title={t('scanning.pieces.ready')} pieces={pieces.ready} job={job} onTake={onTake} />
        <Group title={t('scanning.pieces.out')} pieces={pieces.out} job={job} onTake={onTake} />
        <Group title={t('scanning.pieces.free')} pieces={pieces.free} job={job} onTake={onTake} />
        <Button variant="default" h={56} leftSection={<IconKeyboard size={22} aria-hidden />} onClick={onType}>
          {t('scanning.typeCode')}
        </Button>
      </Stack>
    </Drawer>
  )
}

function Group({ title, pieces, job, onTake }: { title: string; pieces: Pieces; job: Job; onTake: (asset: JobAsset) => void }) {
  const { t } = useTranslation()
  if (pieces.assets.length === 0) return null
  const left = pieces.assets.length - SHOWN_MAX
  return (
    <section>
      <h2 className={classes.shelf}>{title}</h2>
      <ul className={classes.lines} aria-label={title}>
        {pieces.assets.slice(0, SHOWN_MAX).map((asset) => (
          <li key={asset.id}>
            <Piece asset={asset} job={job} onTake={pieces.takes ? onTake : undefined} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('scanning.pieces.more', { count: left })}
        </Text>
      )}
    </section>
  )
}

function Piece({ asset, job, onTake }: { asset: JobAsset; job: Job; onTake?: (asset: JobAsset) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const held = asset.picked !== null || asset.out !== null
  const box = asset.caseId === null ? undefined : job.cases.find((one) => one.id === asset.caseId)
  const place = job.locations?.find((one) => one.id === asset.locationId)
  const where = [
    held &&
      asset.byName &&
      t('scanning.pieces.by', { name: asset.byName, at: asset.heldAt ? format.dateTime(asset.heldAt) : '' }),
    box && t('scanning.inCase', { number: box.number }),
    !held && !box && place?.name,
  ].filter(Boolean)
  const text = (
    <span className={classes.lineText}>
      <b>
        <Numbered>{asset.number}</Numbered>
      </b>
      {where.length > 0 && (
        <Text size="sm" c="dimmed" component="span" display="block">
          {where.join(' · ')}
        </Text>
      )}
    </span>
  )
  return onTake ? (
    <button type="button" className={classes.line} onClick={() => onTake(asset)}>
      {text}
    </button>
  ) : (
    <div className={classes.line}>{text}</div>
  )
}
