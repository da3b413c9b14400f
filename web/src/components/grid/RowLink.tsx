import { Box, Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A real link, so that the middle button and "copy address" work; the plain click stays in the app. */
export function RowLink({ href, children, tabbable }: { href: string; children: ReactNode; tabbable?: boolean }) {
  const navigate = useNavigate()
  return (
    <a
      href={href}
      tabIndex={tabbable ? undefined : -1}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        void navigate({ href })
      }}
    >
      {children}
    </a>
  )
}

/** Lines where rows will be. */
export function Loading({ rows }: { rows: number }) {
  return (
    <Box p="md" aria-hidden>
      {Array.from({ length: rows }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={line} h={14} my={17} w={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Box>
  )
}
