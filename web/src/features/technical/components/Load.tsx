import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import type { Level } from '../model/load'
import classes from './Technical.module.css'

const tones: Record<Level, Tone> = { ok: 'ok', near: 'warn', over: 'bad', unknown: 'gray' }

/** Within, near, over, or nothing to compare with: as a word. */
export function LevelBadge({ level, word }: { level: Level; word?: string }) {
  const { t } = useTranslation()
  return <StatusBadge tone={tones[level]}>{word ?? t(`technical.levels.${level}`)}</StatusBadge>
}

/** A load against its limit. What it says stands in figures beside it. */
export function LoadBar({ load, limit, level }: { load: number; limit: number | null; level: Level }) {
  const whole = Math.max(load, limit ?? 0) || 1
  // Without a limit there is nothing that it could fill.
  const width = limit === null ? (load > 0 ? 100 : 0) : (load / whole) * 100
  return (
    <div className={classes.track} aria-hidden>
      <div className={classes.fill} data-level={level} style={{ width: `${width}%` }} />
      {limit !== null && load > limit && <div className={classes.limit} style={{ left: `${(limit / whole) * 100}%` }} />}
    </div>
  )
}
