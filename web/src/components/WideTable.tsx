import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

/** A table that may be wider than a phone: it scrolls where it stands, by the keyboard as well. */
export function WideTable({ minWidth, label, children }: { minWidth: number; label: string; children: ReactNode }) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      {children}
    </Table.ScrollContainer>
  )
}
