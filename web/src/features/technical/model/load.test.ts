import { expect, it } from 'vitest'
import type { PhaseLoad, Report } from '../api/technical'
import {
  bringsOf,
  carries,
  fullest,
  gapGroups,
  isEmpty,
  levelOf,
  levelOfPoint,
  plugKey,
  rowsOfPhases,
  signalKey,
  worstOf,
} from './load'

const phase = (number: number, amps: number, limitAmps: number | null, terms: PhaseLoad['terms'] = []): PhaseLoad => ({
  phase: number,
  watts: amps * 230,
  amps,
  limitAmps,
  overAmps: null,
  terms,
})

it('says within, near and over from the load and its limit', () => {
  expect([levelOf(0, 16), levelOf(12.79, 16), levelOf(12.8, 16), levelOf(16, 16), levelOf(16.01, 16), levelOf(1, null)]).toEqual([
    'ok',
    'ok',
    'near',
    'near',
    'over',
    'unknown',
  ])
  expect(levelOf(0, 0)).toBe('ok')
  expect(worstOf(['ok', 'near', 'unknown'])).toBe('near')
  const feed = (phases: PhaseLoad[]) => ({ groupId: null, groupName: null, limits: [], phases })
  const supply = feed([phase(1, 10, 125), phase(2, 9, 125)])
  expect(fullest([supply, feed([phase(1, 10, 32), phase(2, 9, 16)])])?.phase.limitAmps).toBe(16)
  expect(fullest([feed([phase(1, 10, null), phase(2, 12, null)])])?.phase.phase).toBe(2)
})

it('counts the hoists of a point as well', () => {
  const hung = {
    groupId: 'g',
    groupName: 'Front truss',
    sharePercent: 62.5,
    loadKilograms: 275,
    hoist: 'Lodestar 250 kg',
    hoistLimitKilograms: 250,
    hoistKilograms: 40,
    hoistOverKilograms: 25,
    terms: [],
  }
  const point = { pointId: 'p', name: 'A1', roomName: 'Hall', limitKilograms: 500, loadKilograms: 315, overKilograms: null }
  expect(levelOfPoint({ ...point, groups: [hung] })).toBe('over')
  expect(levelOfPoint({ ...point, groups: [{ ...hung, hoist: null, hoistLimitKilograms: null }] })).toBe('ok')
})

it('puts the terms of the phases beside each other', () => {
  const bar = (pieces: number, sum: number) => ({ lineId: 'a', name: 'Light bar', pieces, each: 0.3, sum })
  const rack = { lineId: 'b', name: 'Amp rack', pieces: 1, each: 30, sum: 30 }
  expect(
    rowsOfPhases([phase(1, 30.3, 63, [bar(1, 0.3), rack]), phase(2, 30.61, 63, [bar(2, 0.61), rack]), phase(3, 30, 63, [rack])]),
  ).toEqual([
    { key: 'b Amp rack 30', name: 'Amp rack', each: 30, pieces: [1, 1, 1], sums: [30, 30, 30] },
    { key: 'a Light bar 0.3', name: 'Light bar', each: 0.3, pieces: [1, 2, 0], sums: [0.3, 0.61, 0] },
  ])
})

it('knows what a product brings of a socket, whatever its name is spelled like', () => {
  expect(plugKey('CEE 63 A')).toBe('cee63a')
  const distro = [
    { kind: 'POWER_IN', type: 'CEE 63A', count: 1 },
    { kind: 'POWER_OUT', type: 'Schuko', count: 6 },
    { kind: 'SIGNAL_IN', type: 'Schuko', count: 9 },
  ]
  expect([bringsOf(distro, 'schuko'), bringsOf(distro, 'CEE 63 A'), bringsOf([], 'Schuko')]).toEqual([6, -1, 0])
})

it('knows signals by their pins, whatever they are called', () => {
  const keys = ['XLR', 'XLR 3-pin female', 'DMX 5-pin', '5-pin', 'XLR 5 pol (m)', 'speakON NL4', 'BNC männlich', 'für Ton']
  expect(keys.map(signalKey)).toEqual(['xlr3', 'xlr3', 'xlr5', 'xlr5', 'xlr5', 'speakonnl4', 'bnc', 'fürton'])
  expect(carries([{ kind: 'DATA', type: 'DMX 5-pin', count: 2 }], 'XLR 5-pin')).toBe(true)
  expect(carries([{ kind: 'POWER_IN', type: 'XLR 5-pin', count: 1 }], 'XLR 5-pin')).toBe(false)
})

it('gathers what is not known, in the order of what to see to first', () => {
  expect(
    gapGroups([
      { gap: 'NOT_HUNG', lineId: 'l', name: 'Lodestar', pieces: 2 },
      { gap: 'POWER_UNKNOWN', lineId: 'l', name: 'Lodestar', pieces: 2 },
      { gap: 'POWER_UNKNOWN', lineId: 'm', name: 'Lodestar', pieces: 3 },
    ]),
  ).toEqual([
    { gap: 'POWER_UNKNOWN', things: [{ name: 'Lodestar', pieces: 5, lineId: 'l' }] },
    { gap: 'NOT_HUNG', things: [{ name: 'Lodestar', pieces: 2, lineId: 'l' }] },
  ])
})

it('is empty where nothing draws, plugs in, hangs or is unknown', () => {
  const feed = { groupId: null, groupName: null, phases: [], limits: [] }
  const report: Report = {
    eventId: 'e',
    listId: null,
    power: { volts: 230, voltsBetweenPhases: 400, fromVenue: false, watts: 0, supply: feed, feeds: [] },
    sockets: [],
    signals: [],
    points: [],
    missing: [{ gap: 'NO_VENUE', lineId: null, name: null, pieces: 0 }],
  }
  expect(isEmpty(report)).toBe(true)
  expect(isEmpty({ ...report, missing: [{ gap: 'POWER_UNKNOWN', lineId: 'a', name: 'Hazer', pieces: 1 }] })).toBe(false)
})
