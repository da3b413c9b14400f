import { midnight, wallOf } from '@/lib/wall'
import type { Step } from '../api/availability'

export type Frame = {
  from: number
  to: number
  left: number
  top: number
  width: number
  height: number
  low: number
  high: number
}

/** Whole numbers at even distances from at most `low` to at least `high`; zero is always among them. */
export function scaleOf(low: number, high: number, lines = 4): number[] {
  const [least, most] = [Math.min(0, low), Math.max(0, high, low + 1)]
  const rough = Math.max(1, (most - least) / lines)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => Math.ceil(factor * power)).find((one) => one >= rough) ?? Math.ceil(rough)
  const ticks: number[] = []
  for (let tick = Math.floor(least / step) * step; tick < most + step && ticks.length < 50; tick += step) {
    ticks.push(tick === 0 ? 0 : tick)
    if (tick >= most) break
  }
  return ticks
}

export const xOf = (frame: Frame, moment: number) => frame.left + ((moment - frame.from) / (frame.to - frame.from)) * frame.width
export const yOf = (frame: Frame, value: number) =>
  frame.top + ((frame.high - value) / (frame.high - frame.low || 1)) * frame.height
export const momentAt = (frame: Frame, x: number) =>
  Math.min(frame.to - 1, Math.max(frame.from, frame.from + ((x - frame.left) / frame.width) * (frame.to - frame.from)))

/** The index of the step that holds at a moment. */
export function stepAt(steps: readonly Step[], moment: number): number {
  let [first, last] = [0, steps.length - 1]
  while (first < last) {
    const middle = Math.ceil((first + last) / 2)
    if (Date.parse(steps[middle]!.from) <= moment) first = middle
    else last = middle - 1
  }
  return first
}

const round = (x: number) => Math.round(x * 10) / 10

/** A line that goes on level and turns at right angles: the number holds until it changes. */
export function pathOf(frame: Frame, steps: readonly Step[], number: 'firm' | 'worst'): string {
  return steps
    .map((step, i) => {
      const y = round(yOf(frame, step[number]))
      const x = round(xOf(frame, Math.max(frame.from, Date.parse(step.from))))
      return i === 0 ? `M${x} ${y}` : `H${x}V${y}`
    })
    .concat(`H${round(frame.left + frame.width)}`)
    .join('')
}

/** The same, closed at zero. */
export const areaOf = (frame: Frame, steps: readonly Step[], number: 'firm' | 'worst') =>
  `${pathOf(frame, steps, number)}V${round(yOf(frame, 0))}H${round(frame.left)}Z`

const HOUR = 3_600_000
const hourSteps = [1, 2, 3, 6, 12]
const daySteps = [1, 2, 3, 4, 7, 10, 14, 30, 61, 91, 182, 365, 730]

/** Where the time axis is marked: at whole hours where the period is short, else at midnights of the zone. */
export function timeMarks(from: string, to: string, zone: string, most: number): { at: string; hours: boolean }[] {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const hours = hourSteps.find((one) => (end - start) / (one * HOUR) <= most)
  const marks: { at: string; hours: boolean }[] = []
  if (hours) {
    // Hours by the clock on the wall: in a night that changes them, one mark is nearer or further.
    for (let i = 0; marks.length <= most + 2 && i < 200; i++) {
      const at = Date.parse(midnight(wallOf(from, zone), 0, zone)) + i * HOUR
      if (at >= end) break
      const wall = wallOf(new Date(at).toISOString(), zone)
      if (at >= start && wall.endsWith(':00') && Number(wall.slice(11, 13)) % hours === 0)
        marks.push({ at: new Date(at).toISOString(), hours: !wall.endsWith('T00:00') })
    }
    return marks
  }
  const days = daySteps.find((one) => (end - start) / (one * 24 * HOUR) <= most) ?? 3_650
  for (let i = 0; marks.length <= most + 2; i += days) {
    const at = midnight(wallOf(from, zone), i, zone)
    if (Date.parse(at) >= end) break
    if (Date.parse(at) >= start) marks.push({ at, hours: false })
  }
  return marks
}
