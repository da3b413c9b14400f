import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/lib/format'
import type { LineFree } from '../api/pull-lists'
import { stateOf } from '../model/keeping'
import classes from './PullList.module.css'

/** What is free beside what is wanted: in words and a sign where it is not enough, if only in the worst case. */
export function FreeCell({ free, name, onWhy }: { free: LineFree | undefined; name: string; onWhy?: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!free) return null
  const state = stateOf(free)
  const number = { free: format.number(Math.max(0, free.free.firm)), count: free.free.firm }
  const words =
    state === 'short'
      ? t('pulllists.short', { count: free.lacking, number: format.number(free.lacking) })
      : t('pulllists.free', number)
  const hint =
    state === 'short'
      ? t('pulllists.shortHint', { ...number, wanted: format.number(free.wanted) })
      : state === 'worst'
        ? t('pulllists.worstHint', { number: format.number(free.wanted - free.free.worst) })
        : t('pulllists.enoughHint', { ...number, wanted: format.number(free.wanted) })
  const content = (
    <>
      {state === 'short' && <IconAlertTriangle size={15} aria-hidden />}
      {state === 'worst' && <IconAlertCircle size={15} aria-hidden />}
      {words}
      {state === 'worst' && (
        <span className={classes.worst}>
          · {t('pulllists.worstShort', { number: format.number(free.wanted - free.free.worst) })}
        </span>
      )}
    </>
  )
  if (!onWhy)
    return (
      <span className={classes.free} data-state={state} title={hint}>
        {content}
      </span>
    )
  return (
    <button
      type="button"
      tabIndex={-1}
      title={hint}
      className={classes.free}
      style={{ border: 0, cursor: 'pointer', fontFamily: 'inherit', background: state === 'enough' ? 'none' : undefined }}
      data-state={state}
      aria-label={t('pulllists.whyOf', { words, name })}
      onClick={onWhy}
    >
      {content}
    </button>
  )
}
