import { queryOptions } from '@tanstack/react-query'
import { api, type Money } from '@/lib/api/client'
import { z } from '@/lib/validation'

export type OfferLine = {
  id: string
  kind: string
  name: string
  note: string | null
  quantity: number
  unit: 'DAY' | 'WEEK' | 'JOB'
  percent: number | null
  list: Money
  amount: Money
  optional: boolean
  alternativeTo: string | null
  chosen: boolean
}
export type Remark = { id: string; nth: number; byClient: boolean; authorName: string; text: string; at: string }
export type Offer = {
  sender: { name: string; addressLines: string[]; phone: string | null; email: string | null; web: string | null; logo: boolean }
  number: string
  name: string
  clientName: string
  versionId: string
  nth: number
  language: string
  state: string
  open: boolean
  sentAt: string | null
  validUntil: string | null
  hireFrom: string | null
  hireTo: string | null
  charged: number
  intro: string | null
  terms: string | null
  groups: { id: string; name: string; net: Money; lines: OfferLine[] }[]
  list: Money
  totals: {
    sums: { rate: { category: string; percent: number }; net: Money; tax: Money }[]
    net: Money
    tax: Money
    gross: Money
  }
  deposit: Money
  cancellation: { days: number; percent: number }[]
  answer: { accepted: boolean; name: string | null; at: string; reason: string | null; confirmed: boolean } | null
  remarks: Remark[]
  expiresAt: string
}

export const offerQuery = (secret: string) =>
  queryOptions({
    queryKey: ['offer', secret],
    queryFn: ({ signal }) => api.get<Offer>(`/offers/${secret}`, { signal }),
    retry: false,
    staleTime: 0,
  })
export const openOffer = (secret: string) => api.post(`/offers/${secret}/opening`, {})
export const chooseOffer = (secret: string, versionId: string, chosen: string[]) =>
  api.post<Offer>(`/offers/${secret}/choice`, { versionId, chosen })
export const acceptOffer = (secret: string, body: object) => api.post<Offer>(`/offers/${secret}/acceptance`, body)
export const declineOffer = (secret: string, body: object) => api.post<Offer>(`/offers/${secret}/refusal`, body)
export const sayToOffer = (secret: string, body: object) => api.post<Remark>(`/offers/${secret}/remarks`, body)

/** What may be taken or left: its ids, as they are chosen now. */
export const choices = (offer: Offer) =>
  offer.groups.flatMap((group) => group.lines).filter((line) => line.optional || line.alternativeTo)
export const chosenOf = (offer: Offer) =>
  choices(offer)
    .filter((line) => line.chosen)
    .map((line) => line.id)

/** Of a line and those that may be taken in its place one is taken. */
export function toggled(offer: Offer, id: string, on: boolean): string[] {
  const all = choices(offer)
  const line = all.find((one) => one.id === id)
  const chosen = new Set(chosenOf(offer))
  if (!on) chosen.delete(id)
  else {
    if (line?.alternativeTo) for (const one of all) if (one.alternativeTo === line.alternativeTo) chosen.delete(one.id)
    chosen.add(id)
  }
  return [...chosen]
}

export const yesInput = z.object({
  name: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2_000),
  agreed: z.boolean(),
})
export type YesInput = { name: string; note: string; agreed: boolean }
export const noInput = z.object({ name: z.string().trim().min(1).max(200), reason: z.string().trim().min(1).max(2_000) })
export type NoInput = { name: string; reason: string }
export const remarkInput = z.object({ name: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(4_000) })
export type RemarkInput = { name: string; text: string }
