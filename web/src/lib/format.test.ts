import { describe, expect, it } from 'vitest'
import { dayEdge, formats, minorToNumber, minorToText, numberToMinor } from './format'

const en = formats('en', 'Europe/Berlin')
const de = formats('de', 'Europe/Berlin')
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')

describe('formats', () => {
  it('writes amounts in the decimals of their currency', () => {
    expect(plain(en.money({ amountMinor: 12550, currency: 'EUR' }))).toBe('€125.50')
    expect(plain(de.money({ amountMinor: 12550, currency: 'EUR' }))).toBe('125,50 €')
    expect(plain(de.money({ amountMinor: 1500, currency: 'JPY' }))).toBe('1.500 ¥')
    expect(numberToMinor(1.005, 'KWD')).toEqual({ amountMinor: 1005, currency: 'KWD' })
    expect(numberToMinor(19.99, 'EUR').amountMinor).toBe(1999)
    expect(minorToNumber({ amountMinor: 1999, currency: 'EUR' })).toBe(19.99)
    expect(minorToText({ amountMinor: 1250, currency: 'EUR' })).toBe('12.50')
    expect(minorToText({ amountMinor: 1200, currency: 'JPY' })).toBe('1200')
    expect(minorToText({ amountMinor: 1500, currency: 'KWD' })).toBe('1.500')
  })
  it('chooses units people read', () => {
    expect([en.weight(850), en.weight(12400), en.weight(1_250_000)]).toEqual(['850 g', '12.4 kg', '1.25 t'])
    expect([de.length(450), de.length(1200), de.power(1500)]).toEqual(['450 mm', '1,2 m', '1,50 kW'])
  })
  it('keeps a day a day and shows an instant in the zone', () => {
    expect(en.date('2027-06-01')).toBe('1 Jun 2027')
    expect(en.date('2027-05-31T22:30:00Z')).toBe('1 Jun 2027')
    expect(en.date(null)).toBe('–')
    const spaces = /[\u2009\u00a0]/g // what stands around a dash differs between browsers
    expect(en.dates('2027-05-31T22:30:00Z', '2027-06-03T10:00:00Z').replace(spaces, ' ')).toMatch(/^1 ?– ?3 Jun 2027$/)
    expect(en.days('2027-06-01', '2027-06-03').replace(spaces, ' ')).toMatch(/^1 ?– ?3 Jun 2027$/)
    expect(en.days('2027-06-01', '2027-06-01')).toBe('1 Jun 2027')
    expect(en.days('2027-06-01', null)).toBe('1 Jun 2027')
    expect(en.days(null, null)).toBe('–')
  })
  it('says how long ago', () => {
    const now = Date.parse('2027-06-01T12:00:00Z')
    expect(en.relative('2027-06-01T11:58:00Z', now)).toBe('2 minutes ago')
    expect(de.relative('2027-06-04T12:00:00Z', now)).toBe('in 3 Tagen')
  })
  it('finds the edges of a day in a zone, also when clocks change', () => {
    expect(dayEdge('2027-06-01', 'start', 'Europe/Berlin')).toBe('2027-05-31T22:00:00.000Z')
    expect(dayEdge('2027-03-28', 'start', 'Europe/Berlin')).toBe('2027-03-27T23:00:00.000Z')
    expect(dayEdge('2027-03-28', 'end', 'Europe/Berlin')).toBe('2027-03-28T22:00:00.000Z')
  })
})
