import { useCallback, useMemo, useState } from 'react'
import type { Column } from './types-column'

/** Which columns, in which order, how wide: kept per list in this browser, and in saved views. */
export type Layout = { shown?: string[]; widths?: Record<string, number> }

export function useColumns<Row>(list: string, columns: Column<Row>[]) {
  const key = `eventkit.grid.${list}`
  const [layout, setLayout] = useState<Layout>(() => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') as Layout
    } catch {
      return {}
    }
  })
  const change = useCallback(
    (next: Layout) => {
      setLayout(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // storage may be full or switched off: the layout then lasts as long as the page
      }
    },
    [key],
  )
  const shown = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    const ids = layout.shown?.filter((id) => byId.has(id))
    return (ids?.length ? ids : columns.filter((column) => !column.hidden).map((column) => column.id)).map((id) => byId.get(id)!)
  }, [columns, layout.shown])
  const widthOf = (column: Column<Row>) => layout.widths?.[column.id] ?? column.width ?? 160
  return { shown, widthOf, layout, change }
}
