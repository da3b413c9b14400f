import { type ReactNode, useState } from 'react'
import { isProblem } from '@/lib/api/problem'
import { later } from './later'
import type { DespiteWords, Lack } from './NotEnough'

const NotEnough = later(() => import('./NotEnough').then((file) => file.NotEnough))

/** What the server says is lacking, where that is why it refused. */
export const lacksOf = (error: unknown): Lack[] | undefined =>
  isProblem(error, 'not-enough') && Array.isArray(error.facts.shortages) ? (error.facts.shortages as Lack[]) : undefined

/** Writes; where not enough is free, asks why it is to be all the same and writes again with that reason. Given up, it stays refused. */
export function useDespite(
  words: DespiteWords,
  moment: (instant: string) => string,
): { attempt: <Result>(send: (despite?: string) => Promise<Result>) => Promise<Result>; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ lacks: Lack[]; decide: (reason: string | null) => void }>()
  return {
    attempt: async (send) => {
      try {
        return await send()
      } catch (error) {
        const lacks = lacksOf(error)
        if (!lacks) throw error
        const reason = await new Promise<string | null>((decide) => setAsked({ lacks, decide }))
        setAsked(undefined)
        if (reason === null) throw error
        return await send(reason)
      }
    },
    dialog: asked && <NotEnough lacks={asked.lacks} words={words} moment={moment} onDecide={asked.decide} />,
  }
}
