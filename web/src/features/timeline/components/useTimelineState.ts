import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formats } from '@/lib/format'
import { useMe } from '@/lib/session'
import { instantOf, wallOf } from '@/lib/wall'
import { type By, groupings } from '../api/timeline'
import { DAY, type Zoom, zooms } from '../model/scale'

export type TimelineState = ReturnType<typeof useTimelineState>
type Changed = {
  by?: By
  zoom?: Zoom
  from?: string
  q?: string
  warehouse?: string
  category?: string
  view?: 'list'
}

/** What the timeline shows, as the address says it. Times are the company's: stock leaves by those clocks, wherever one sits. */
export function useTimelineState() {
  const { i18n } = useTranslation()
  const { company, locale: asked } = useMe()
  const zone = company.timeZone || 'UTC'
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const format = useMemo(() => formats(i18n.language, zone), [i18n.language, zone])
  const text = (name: string) => (typeof search[name] === 'string' && search[name] ? (search[name] as string) : undefined)
  const set = useCallback(
    (changed: Changed) =>
      void navigate({
        to: '.',
        search: ((old: object) => ({ ...old, ...changed })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const by = groupings.find((one) => one === search.by) ?? 'event'
  const zoom = zooms.find((one) => one === search.zoom) ?? 'days'
  const from = text('from')
  const start = from ? instantOf(from.length === 10 ? `${from}T00:00` : from, zone) : null
  const setFrom = useCallback((instant: number) => set({ from: wallOf(new Date(instant).toISOString(), zone) }), [set, zone])
  const q = text('q') ?? ''
  const warehouse = text('warehouse')
  const category = text('category')
  const list = search.view === 'list'
  // One and the same while nothing of it changes: what stands above the rows is not drawn anew for them.
  return useMemo(
    () => ({
      by,
      zoom,
      q,
      warehouse,
      category,
      list,
      /** What stands at the left edge; a little of yesterday where nothing is asked for. */
      start: start ? Date.parse(start) : null,
      zone,
      format,
      // A language without a country says nothing of weeks.
      weekLocale: asked?.includes('-') ? asked : format.locale,
      set,
      setFrom,
    }),
    [by, zoom, q, warehouse, category, list, start, zone, format, asked, set, setFrom],
  )
}

/** Where the view begins when nobody said: so that today stands a little inside. */
export const beginningToday = (now: number, zoom: Zoom) =>
  now - { hours: DAY / 8, days: 2 * DAY, weeks: 7 * DAY, months: 21 * DAY, year: 60 * DAY }[zoom]
