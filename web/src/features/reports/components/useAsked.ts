import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { QueryValue } from '@/lib/api/client'
import { type Asked, spans } from '../api/reports'

const lists = ['client', 'category', 'product', 'warehouse', 'eventType', 'wanted'] as const
const words = ['by', 'from', 'to', 'template'] as const

/** What the address asks of a report. */
export function useAsked(): { asked: Asked; set: (changed: Partial<Asked>) => void } {
  const search = useSearch({ strict: false }) as Record<string, QueryValue>
  const navigate = useNavigate()
  const text = JSON.stringify(search)
  const asked = useMemo(() => {
    const given = JSON.parse(text) as Record<string, string | string[] | undefined>
    const result: Record<string, string | string[]> = {}
    for (const name of lists) {
      const value = given[name]
      if (value) result[name] = Array.isArray(value) ? value : [value]
    }
    for (const name of words) {
      const value = given[name]
      if (typeof value === 'string' && value) result[name] = value
    }
    const span = spans.find((one) => one === given.span)
    if (span) result.span = span
    return result as Asked
  }, [text])
  const set = (changed: Partial<Asked>) =>
    void navigate({ to: '.', search: ((old: object) => ({ ...old, ...changed })) as never, replace: true, resetScroll: false })
  return { asked, set }
}
