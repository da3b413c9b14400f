import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { askable, stretchText } from './stretch'

const t = ((_: string, { from }: { from: string }) => `from ${from} on`) as unknown as TFunction
const moment = (instant: string) => instant.slice(0, 10)
const words = (to: string | null) => stretchText(t, { from: '2027-06-01T08:00:00Z', to }, moment)

it('says from when on where nothing comes back', () => {
  expect(words('2027-06-03T08:00:00Z')).toBe('2027-06-01 – 2027-06-03')
  expect([words(null), words('2068-01-01T00:00:00Z')]).toEqual(['from 2027-06-01 on', 'from 2027-06-01 on'])
})

it('asks about no more than the explorer can show', () => {
  const from = '2027-06-01T08:00:00Z'
  expect(askable({ from, to: '2027-06-03T08:00:00Z' }).to).toBe('2027-06-03T08:00:00Z')
  expect(askable({ from, to: '2068-01-01T00:00:00Z' }).to).toBe('2027-07-01T08:00:00.000Z')
})
