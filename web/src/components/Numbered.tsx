import { Fragment } from 'react'

/** What ends in figures after a hyphen: SM58-001, EV-2026-0042. */
const NUMBER = /([^\s-]+(?:-[^\s-]+)*-\d+)/

/** A text whose numbers stay in one piece; lines break after hyphens otherwise. */
export function Numbered({ children }: { children: string | null | undefined }) {
  if (!children) return null
  return children.split(NUMBER).map((part, at) =>
    // Every second one is what was searched for.
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other
      <span key={at} style={{ whiteSpace: 'nowrap' }}>
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}
