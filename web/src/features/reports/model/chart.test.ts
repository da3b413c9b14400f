import { expect, it } from 'vitest'
import { everyOf, scaleOf } from './chart'

it('draws lines at round numbers, zero among them', () => {
  expect(scaleOf([3, 97])).toEqual([0, 20, 40, 60, 80, 100])
  expect(scaleOf([-40, 120])).toEqual([-50, 0, 50, 100, 150])
  expect(scaleOf([])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(scaleOf([0.1, 0.3]).includes(0)).toBe(true)
})

it('leaves out labels that would cover one another', () => {
  expect(everyOf(12, 600, 50)).toBe(1)
  expect(everyOf(53, 300, 60)).toBe(11)
})
