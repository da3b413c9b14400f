import { expect, it } from 'vitest'
import type { KitPart } from '../api/availability'
import { tightestOf } from './kit'

const part = (firm: number): KitPart => {
  const free = { firm, worst: firm, expected: firm }
  return { product: `p${firm}`, name: 'Part', required: 1, pieces: free, kits: free }
}
const tight = (...kits: number[]) => kits.map((firm) => tightestOf(kits.map(part))(part(firm)))

it('marks the parts that hold a kit back, and none where there is as much of each', () => {
  expect(tight(1, 1, 3)).toEqual([true, true, false])
  expect(tight(2)).toEqual([false])
  expect(tight(0, 0, 0)).toEqual([false, false, false])
  expect(tight(-2, 0)).toEqual([false, false])
  expect(tight(-2, 4)).toEqual([true, false])
})
