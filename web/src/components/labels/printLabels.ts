import { IconQrcode } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction } from '@/components/grid/types'

export type LabelKind = 'ASSET' | 'CASE' | 'LOCATION' | 'KIT'
export type LabelItem = { kind: LabelKind; id: string }

const stored = 'eventkit.labels'
const inAddressMax = 50
const parameters: Record<string, LabelKind> = { asset: 'ASSET', case: 'CASE', location: 'LOCATION', kit: 'KIT' }

/** The address of the labels page with these things chosen; many of them travel in the tab's storage. */
export function labelsPath(items: LabelItem[]): string {
  if (items.length > inAddressMax) {
    sessionStorage.setItem(stored, JSON.stringify(items))
    return '/labels?from=selection'
  }
  const search = new URLSearchParams()
  for (const { kind, id } of items) search.append(kind.toLowerCase(), id)
  return search.size ? `/labels?${search}` : '/labels'
}

/** What the address, or the tab's storage, says to print. */
export function itemsFrom(search: string): LabelItem[] {
  const query = new URLSearchParams(search)
  if (query.get('from') === 'selection') {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(stored) ?? '[]')
      if (Array.isArray(kept)) return kept as LabelItem[]
    } catch {
      // what is not readable is no selection
    }
  }
  return [...query].flatMap(([name, id]) => (parameters[name] && id ? [{ kind: parameters[name], id }] : []))
}

/** "Print labels" for the bulk actions of any list. */
export function usePrintLabels(kind: LabelKind): BulkAction {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const run = useCallback<BulkAction['run']>(
    async (selection) => {
      const ids = await selection.loadIds()
      await navigate({ href: labelsPath(ids.map((id) => ({ kind, id }))) })
    },
    [kind, navigate],
  )
  return useMemo(
    () => ({ id: 'print-labels', label: t('labels.printAction'), icon: IconQrcode, needs: 'LABEL_PRINT', run }),
    [t, run],
  )
}
