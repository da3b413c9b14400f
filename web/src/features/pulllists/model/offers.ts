import type { Numbers, Offer } from '../api/suggestions'

const OFFERS_MAX = 9
const ASSETS_MAX = 3

/** Products first where they fit as well: a planner promises a type, and rarely this very piece. */
const rank: Record<Offer['kind'], number> = { PRODUCT: 0, KIT: 1, CASE: 2, ASSET: 3 }

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How well the name fits what was typed: 0 as a whole, 1 from its beginning, 2 with the beginnings of its words, 3 somehow. */
function closeness(offer: Offer, text: string): number {
  const [asked, name, code] = [text.toLowerCase(), offer.name.toLowerCase(), offer.code?.toLowerCase()]
  if (name === asked || code === asked) return 0
  if (name.startsWith(asked) || code?.startsWith(asked)) return 1
  const words = wordsOf(name)
  return wordsOf(asked).every((word) => words.some((one) => one.startsWith(word))) ? 2 : 3
}

/** There is one of each, however many somebody wants. */
export const isOne = (kind: Offer['kind']) => kind === 'CASE' || kind === 'ASSET'

/** 0 where there is enough, 1 where there is some, 2 where there is none. What nothing is known of stays where it is. */
function lack(offer: Offer, numbers: ReadonlyMap<string, Numbers> | undefined, wanted: number): number {
  const found = numbers?.get(offer.id)
  if (!found) return 0
  return found.firm >= (isOne(offer.kind) ? 1 : wanted) ? 0 : found.firm > 0 ? 1 : 2
}

/**
 * The best first: what was typed as a whole, then products before what there is one of, then what fits better. Among what fits equally well, what is free
 * comes first; what is equal in that, too, stays in the order in which it was found.
 *
 * @param wanted how many, with what stands on the list already and is not held yet
 */
export function inOrder(
  offers: readonly Offer[],
  text: string,
  numbers?: ReadonlyMap<string, Numbers>,
  wanted: (offer: Offer) => number = () => 1,
): Offer[] {
  const exact = (offer: Offer) => Number(offer.code?.toLowerCase() !== text.toLowerCase())
  const weighed = offers.map((offer) => ({
    offer,
    by: [exact(offer), rank[offer.kind], closeness(offer, text), lack(offer, numbers, wanted(offer))],
  }))
  weighed.sort((a, b) => a.by.map((one, at) => one - b.by[at]!).find((one) => one !== 0) ?? 0)
  const sorted = weighed.map(({ offer }) => offer)
  // What there is most of leaves room for the others.
  const shown = new Set([
    ...sorted.filter((one) => one.kind !== 'ASSET').slice(0, OFFERS_MAX - 2),
    ...sorted.filter((one) => one.kind === 'ASSET').slice(0, ASSETS_MAX),
  ])
  return sorted.filter((one) => shown.has(one)).slice(0, OFFERS_MAX)
}
