import { DEFAULT_THEME } from '@mantine/core'
import { describe, expect, it } from 'vitest'
import { contrast, palette } from './palette'
import { initialsColours } from './theme'

describe('palette', () => {
  const brands = [
    '#0e7a75',
    '#f5c400',
    '#ffffff',
    '#000000',
    '#d6336c',
    '#00ff00',
    '#7048e8',
    '#ff6a00',
    ...Array.from({ length: 200 }, (_, i) => `#${((i * 83_777_213) % 16_777_216).toString(16).padStart(6, '0')}`),
  ]
  it.each(brands)('%s keeps 4.5:1 where text uses it', (b) => {
    const p = palette(b)
    expect(p).toHaveLength(10)
    expect(contrast(p[7]!, '#ffffff')).toBeGreaterThanOrEqual(4.5) // filled button
    expect(contrast(p[9]!, p[1]!)).toBeGreaterThanOrEqual(4.5) // light badge, light scheme
    expect(contrast(p[2]!, '#171b20')).toBeGreaterThanOrEqual(4.5) // light badge, dark scheme
  })
})

describe('the colours of initials', () => {
  it.each(initialsColours)('%s reads at 4.5:1', (name) => {
    const shades = DEFAULT_THEME.colors[name]
    expect(contrast(shades[9], shades[1])).toBeGreaterThanOrEqual(4.5)
  })
})
