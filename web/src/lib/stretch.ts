import type { TFunction } from 'i18next'

/** Planning ends here: what has no end is told as ending then. */
const PLANNED_UNTIL = Date.parse('2068-01-01T00:00:00Z')

/** It does not come back, or nobody knows when. */
export const isEndless = (instant: string | null): boolean => instant === null || Date.parse(instant) >= PLANNED_UNTIL

/** “1 Jun, 08:00 – 3 Jun, 18:00”; of what is used up and does not come back: “from 1 Jun, 08:00 on”. */
export const stretchText = (
  t: TFunction,
  { from, to }: { from: string; to: string | null },
  moment: (instant: string) => string,
) => (to === null || isEndless(to) ? t('common.fromOn', { from: moment(from) }) : `${moment(from)} – ${moment(to)}`)

const ASKED_DAYS_MAX = 30

/** As much of a stretch as the explorer is to show at first. */
export const askable = ({ from, to }: { from: string; to: string }) => ({
  from,
  to: isEndless(to) ? new Date(Date.parse(from) + ASKED_DAYS_MAX * 86_400_000).toISOString() : to,
})
