type Rule = { rhythm: 'WEEKLY' | 'MONTHLY'; every: number; count: number | null; until: string | null }

const MOST = 200
const DAY = 86_400_000

/** On which days the events of a series begin, the first one included; as the server makes them. */
export function seriesDays(first: string, { rhythm, every, count, until }: Rule): string[] {
  if (!(every >= 1) || (count === null) === (until === null)) return []
  const days: string[] = []
  for (let step = 0; days.length < (count ?? MOST) && days.length < MOST; step++) {
    const day = rhythm === 'WEEKLY' ? weeksLater(first, step * every) : monthsLater(first, step * every)
    if (until !== null && day > until) break
    days.push(day)
  }
  return days
}

const weeksLater = (day: string, weeks: number) => new Date(Date.parse(day) + weeks * 7 * DAY).toISOString().slice(0, 10)

/** The same day of the month, or the last where a month is shorter. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
