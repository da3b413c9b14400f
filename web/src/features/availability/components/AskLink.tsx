import type { ReactNode } from 'react'
import { TextLink } from '@/components/Link'
import type { Question } from '../api/availability'

/** A link to the explorer, or to one product in it, with the question in the address. */
export function AskLink(props: { question?: Partial<Question> & { knownAt?: string }; productId?: string; children: ReactNode }) {
  const path = props.productId ? `/availability/${props.productId}` : '/availability'
  return (
    <TextLink to={path as '/'} search={(props.question ?? {}) as never} size="sm">
      {props.children}
    </TextLink>
  )
}
