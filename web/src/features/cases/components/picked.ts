import type { PackItem } from '../api/cases'

/** What was chosen from the lists to go into a case. */
export type Thing = 'assets' | 'products' | 'cases'
export type Picked = { of: Thing; id: string; label: string; quantity: number; locationId: string | null }

export const itemOf = ({ of, id, quantity, locationId }: Picked): PackItem =>
  of === 'assets'
    ? { assetId: id }
    : of === 'cases'
      ? { caseId: id }
      : { productId: id, quantity, ...(locationId ? { locationId } : {}) }
