import { Progress, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FreeText, Need } from '../model/job'
import type { Mode } from '../model/modes'
import { progressOf, totalOf, walk } from '../model/progress'
import classes from './Scan.module.css'

/** How far the whole job is. */
export function Total({ needs, mode }: { needs: Need[]; mode: Mode }) {
  const { t } = useTranslation()
  const { done, of } = totalOf(needs, mode)
  const share = of === 0 ? 0 : (100 * done) / of
  // What was reported missing is done with, but not back.
  const missing = mode === 'CHECK_IN' ? needs.reduce((sum, one) => sum + one.missing, 0) : 0
  return (
    <div>
      <div className={classes.total}>
        <span className={`${classes.totalCount} num`} data-testid="total">
          {t('scanning.count', { done, of })}
        </span>
        <Text c="dimmed">{missing > 0 ? t('scanning.doneBut', { count: missing }) : t(`scanning.done.${mode}`)}</Text>
      </div>
      <Progress value={share} size={10} mt={8} color={share >= 100 ? 'ok' : 'brand'} aria-label={t(`scanning.done.${mode}`)} />
    </div>
  )
}

/** What is wanted, shelf by shelf along the way; a tap takes what can not be scanned. */
export function Lines({
  needs,
  texts,
  mode,
  onTap,
}: {
  needs: Need[]
  texts: FreeText[]
  mode: Mode
  onTap: (need: Need) => void
}) {
  const { t } = useTranslation()
  const open = needs.filter((need) => {
    const { done, of } = progressOf(need, mode)
    return done < of
  })
  const finished = needs.filter((need) => !open.includes(need))
  const group = (list: Need[], done: boolean) =>
    walk(list, mode).map((stop) => (
      <section key={`${done}-${stop.path}-${stop.needs[0]!.key}`}>
        <h2 className={classes.shelf}>{stop.path || t('scanning.noShelf')}</h2>
        <ul className={classes.lines}>
          {stop.needs.map((need) => (
            <li key={need.key}>
              <Line need={need} mode={mode} done={done} onTap={onTap} />
            </li>
          ))}
        </ul>
      </section>
    ))
  return (
    <div>
      {group(open, false)}
      {texts.length > 0 && (
        <section>
          <h2 className={classes.shelf}>{t('scanning.texts')}</h2>
          <ul className={classes.lines}>
            {texts.map((one) => (
              <li key={one.lineId} className={classes.line}>
                <span className={classes.lineText}>{one.text}</span>
                {one.quantity !== null && <span className={`${classes.lineCount} num`}>{one.quantity}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {finished.length > 0 && walk(finished, mode).length > 0 && (
        <>
          <h2 className={classes.shelf}>{t('scanning.finished')}</h2>
          <ul className={classes.lines}>
            {walk(finished, mode)
              .flatMap((stop) => stop.needs)
              .map((need) => (
                <li key={need.key}>
                  <Line need={need} mode={mode} done onTap={onTap} />
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Line({ need, mode, done, onTap }: { need: Need; mode: Mode; done: boolean; onTap: (need: Need) => void }) {
  const { t } = useTranslation()
  const { done: count, of } = progressOf(need, mode)
  const more = [need.kitName && t('scanning.ofKit', { kit: need.kitName }), need.groupName, need.note].filter(Boolean).join(' · ')
  return (
    <button type="button" className={classes.line} data-done={done} onClick={() => onTap(need)}>
      {done && <IconCircleCheck size={22} color="var(--mantine-color-ok-7)" aria-hidden style={{ flex: 'none' }} />}
      <span className={classes.lineText}>
        <b>{need.name}</b>
        {more && (
          <Text size="sm" c="dimmed" component="span" display="block">
            {more}
          </Text>
        )}
        {mode === 'CHECK_IN' && need.missing > 0 && (
          <Text size="sm" c="dimmed" component="span" display="block">
            {t('scanning.missingOf', { count: need.missing })}
          </Text>
        )}
        {need.extra && (
          <Text size="sm" c="dimmed" component="span" display="block">
            {t('scanning.extra')}
          </Text>
        )}
      </span>
      <span className={`${classes.lineCount} num`}>{need.extra ? `+${count}` : t('scanning.count', { done: count, of })}</span>
    </button>
  )
}
