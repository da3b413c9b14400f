import { useFormat } from '@/lib/format'

/** "≥ 1 MΩ", "0.1 – 0.5 Ω", "≤ 3.5 mA"; nothing where there are no limits. */
export function useLimitText() {
  const format = useFormat()
  return ({ min, max, unit }: { min: number | null; max: number | null; unit: string | null }): string => {
    const said = (text: string) => [text, unit].filter(Boolean).join(' ')
    if (min !== null && max !== null) return said(`${format.number(min)} – ${format.number(max)}`)
    if (min !== null) return said(`≥ ${format.number(min)}`)
    if (max !== null) return said(`≤ ${format.number(max)}`)
    return ''
  }
}
