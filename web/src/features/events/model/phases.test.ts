import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { needsReason, phases, successors } from './phases'

it('goes the ways that are written down', () => {
  const written = readFileSync('../docs/state-machines/event.md', 'utf8')
  for (const phase of phases) expect(written).toContain(`| ${phase} | ${successors[phase].join(', ')} |`)
})

it('asks why an event is cancelled, or taken back from load-out on', () => {
  expect(needsReason('ENQUIRY', 'CANCELLED')).toBe(true)
  expect(needsReason('LOAD_OUT', 'PREP')).toBe(true)
  expect(needsReason('CLOSED', 'DE_PREP')).toBe(true)
  expect(needsReason('PREP', 'CONFIRMED')).toBe(false)
  expect(needsReason('LOAD_OUT', 'ON_SITE')).toBe(false)
})
