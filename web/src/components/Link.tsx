import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

/** A link within EventKit that looks like one: `<TextLink to="/assets/$assetId" params={{ assetId }}>`. */
export const TextLink = createLink((props: Omit<AnchorProps, 'href'> & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>) => (
  <Anchor {...props} />
))

/** A link within EventKit that looks like a button. */
export const ButtonLink = createLink((props: Omit<ButtonProps, 'href'> & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>) => (
  <Button component="a" {...props} />
))
