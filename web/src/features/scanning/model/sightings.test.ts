import { describe, expect, it } from 'vitest'
import { type Seen, Sightings, turnedBack } from './sightings'

const seen = (text: string): Seen => ({ text, format: 'QRCode', corners: [] })
const [a, b] = [seen('A'), seen('B')]

/** Frames every 60 ms; answers what was taken. */
function watch(frames: Seen[][], sightings = new Sightings(), from = 0): string[] {
  return frames.flatMap((frame, at) => sightings.frame(frame, from + at * 60).take?.text ?? [])
}
const times = (count: number, frame: Seen[]) => Array.from({ length: count }, () => frame)

describe('codes in the picture', () => {
  it('takes a code once, however long it is looked at', () => {
    expect(watch(times(100, [a]))).toEqual(['A'])
  })
  it('takes it once although some frames do not show it', () => {
    expect(watch([[a], ...times(10, []), [a], ...times(10, []), [a]])).toEqual(['A'])
  })
  it('takes it once although the device is too busy to look for a while', () => {
    const sightings = new Sightings()
    const looks = [0, 60, 2_500, 5_000, 9_000]
    expect(looks.flatMap((at) => sightings.frame([a], at).take?.text ?? [])).toEqual(['A'])
  })
  it('takes bars once two frames agree', () => {
    const bars = (text: string): Seen => ({ text, format: 'Code128', corners: [] })
    expect(watch([[bars('LMP-000123')]])).toEqual([])
    expect(watch([[bars('LMQ-0')], ...times(30, []), ...times(5, [bars('LMP-000123')])])).toEqual(['LMP-000123'])
  })
  it('takes it again after it was away', () => {
    expect(watch([[a], ...times(30, []), [a]])).toEqual(['A', 'A'])
  })
  it('takes the next one while the last still shows', () => {
    expect(watch([...times(5, [a]), ...times(5, [a, b])])).toEqual(['A', 'B'])
  })
  it('takes none of several, and the one that is then looked at alone', () => {
    expect(watch(times(20, [a, b]))).toEqual([])
    expect(watch([...times(20, [a, b]), ...times(20, [b])])).toEqual(['B'])
  })
  it('leaves the others alone when one of several was chosen', () => {
    const sightings = new Sightings()
    expect(watch(times(10, [a, b]), sightings)).toEqual([])
    sightings.choose('A')
    expect(watch(times(20, [a, b]), sightings, 600)).toEqual([])
  })
})

it('finds what was read on a turned copy where it lies in the picture', () => {
  // A quarter to the right about the middle of 1280 × 720 brings the point 100 to the right of it to 100 below.
  const { x, y } = turnedBack({ x: 640, y: 460 }, Math.PI / 2, 1280, 720)
  expect([Math.round(x), Math.round(y)]).toEqual([740, 360])
})
