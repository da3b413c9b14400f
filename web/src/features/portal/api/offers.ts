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
export type Sender = {
  name: string
  addressLines: string[]
  phone: string | null
  email: string | null
  web: string | null
  logo: boolean
}
export type Offer = {
  sender: Sender
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

/** Where an offer is: by a link, or by its id for who is signed in. What is done with it is the same. */
export const byLink = (secret: string) => `/offers/${secret}`
export const signedIn = (quote: string) => `/portal/quotes/${quote}`

export const offerQuery = (path: string) =>
  queryOptions({
    queryKey: ['offer', path],
    queryFn: ({ signal }) => api.get<Offer>(path, { signal }),
    retry: false,
    staleTime: 0,
    // What was accepted is confirmed within seconds, or when the shortage is solved.
    refetchInterval: ({ state }) => (state.data?.answer?.accepted && !state.data.answer.confirmed ? 10_000 : false),
  })
export const openOffer = (path: string) => api.post(`${path}/opening`, {})
export const chooseOffer = (path: string, versionId: string, chosen: string[]) =>
  api.post<Offer>(`${path}/choice`, { versionId, chosen })
export const acceptOffer = (path: string, body: object) => api.post<Offer>(`${path}/acceptance`, body)
export const declineOffer = (path: string, body: object) => api.post<Offer>(`${path}/refusal`, body)
export const sayToOffer = (path: string, body: object) => api.post<Remark>(`${path}/remarks`, body)

/** A line that may be taken or left. */
export type Choice = Pick<OfferLine, 'id' | 'name' | 'quantity' | 'optional' | 'alternativeTo' | 'chosen'>
export const choicesOf = <T extends Choice>(groups: { lines: T[] }[]) =>
  groups.flatMap((group) => group.lines).filter((line) => line.optional || line.alternativeTo)
export const choices = (offer: Offer) => choicesOf(offer.groups)
export const takenOf = (all: Choice[]) => all.filter((line) => line.chosen).map((line) => line.id)
/** The ids of what is taken now. */
export const chosenOf = (offer: Offer) => takenOf(choices(offer))

/** Of a line and those that may be taken in its place one is taken. */
export const toggled = (offer: Offer, id: string, on: boolean) => switched(choices(offer), chosenOf(offer), id, on)
export function switched(all: Choice[], taken: string[], id: string, on: boolean): string[] {
  const line = all.find((one) => one.id === id)
  const chosen = new Set(taken)
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
