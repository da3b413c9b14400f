import { Button, type ButtonProps } from '@mantine/core'
import type { ComponentProps } from 'react'

type Props = ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps>

/** A name in a table that can be pressed: as wide as its words, which may take several lines. */
export function CellButton(props: Props) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      ml={-8}
      h="auto"
      py={3}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
      {...props}
    />
  )
}
