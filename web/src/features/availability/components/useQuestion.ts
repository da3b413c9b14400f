import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type QueryValue, searchString } from '@/lib/api/client'
import { type Formats, formats } from '@/lib/format'
import { useMe } from '@/lib/session'
import { type Question, type Warehouse, warehousesQuery } from '../api/availability'
import { type Span, spanFrom, spanOf } from '../model/period'

const REMEMBERED = 'availability.warehouse'

const remembered = () => {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}
const remember = (id: string) => {
  try {
    localStorage.setItem(REMEMBERED, id)
  } catch {
    // Without a memory the first warehouse comes again.
  }
}

/** Times as the company's clocks show them: stock leaves by those, wherever the person sits. */
export function useCompanyFormat(): Formats & { zone: string } {
  const { i18n } = useTranslation()
  const { timeZone, currency } = useMe().company
  return useMemo(
    () => ({ ...formats(i18n.language, timeZone || undefined, currency), zone: timeZone || 'UTC' }),
    [i18n.language, timeZone, currency],
  )
}

/** The address of an explorer page that asks this. */
export const askAt = (question: Partial<Question>, productId?: string) =>
  `/availability${productId ? `/${productId}` : ''}${searchString(question)}`

/** What the address asks: a warehouse and a period, each with what is asked most where it says nothing. */
export function useQuestion() {
  const search = useSearch({ strict: false }) as Record<string, QueryValue>
  const navigate = useNavigate()
  const { zone } = useCompanyFormat()
  // What "today" is does not move under somebody's hands.
  const [now] = useState(() => new Date().toISOString())
  const warehouses = useQuery(warehousesQuery)
  const asked = spanFrom(search.from, search.to)
  const span = asked ?? spanOf('week', now, zone)
  const list: Warehouse[] = warehouses.data?.items ?? []
  const of = (id: unknown) => list.find((one) => one.id === id)
  const warehouse = of(search.warehouse) ?? of(remembered()) ?? list[0]
  const set = (changed: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: ((old: object) => ({ ...old, ...changed })) as never, replace: true, resetScroll: false })
  return {
    now,
    zone,
    span,
    warehouses,
    warehouse,
    search,
    question: warehouse && ({ warehouse: warehouse.id, ...span } satisfies Question),
    set,
    setSpan: (next: Span) => set(next),
    setWarehouse: (id: string) => {
      remember(id)
      set({ warehouse: id })
    },
  }
}
export type Asking = ReturnType<typeof useQuestion>
