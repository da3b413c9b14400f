type Part = { at: number; text: string; href?: string }

const reachable = /([^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;:!?]{2,})|((?:\+|00|\(?0)[\d][\d\s()/.–-]{4,}\d)/g

/** A text cut into what can be called or written to and what can not. */
export function linked(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const found of text.matchAll(reachable)) {
    if (found.index > from) parts.push({ at: from, text: text.slice(from, found.index) })
    const href = found[1] ? `mailto:${found[1]}` : `tel:${found[0].replace(/\(0\)/g, '').replace(/[^\d+]/g, '')}`
    parts.push({ at: found.index, text: found[0], href })
    from = found.index + found[0].length
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from) })
  return parts
}
