import { describe, expect, it } from 'vitest'
import type { EventShortage } from '../api/stock'
import { grouped, holdersOf, matching, shortagesCsv, warehousesOf } from './shortages'

const shortage = (eventId: string, item: string, warehouse = 'Berlin', name = 'Aurora'): EventShortage => ({
  eventId,
  number: `E-${eventId}`,
  name,
  phase: 'CONFIRMED',
  clientName: 'Helix',
  plannerName: null,
  from: '2027-06-01T08:00:00Z',
  shortage: {
    stock: { kind: 'PRODUCT', item: `id-${item}`, warehouse: `id-${warehouse}` },
    item,
    warehouse,
    quantity: 2,
    period: { from: '2027-06-01T08:00:00Z', to: '2027-06-02T08:00:00Z' },
    lines: [],
    holders: [{ owner: 'x', kind: 'event', label: 'E-9 Borealis', quantity: 3, since: '2027-06-01T06:00:00Z', dueBack: null }],
  },
})
const items = [shortage('1', 'SM58'), shortage('2', 'SM58', 'Hamburg', 'Gala'), shortage('1', 'SM57')]

describe('the list of shortages', () => {
  it('finds by event, client and product, and by warehouse', () => {
    expect(matching(items, ' gala ', null)).toEqual([items[1]])
    expect(matching(items, 'sm58', 'id-Berlin')).toEqual([items[0]])
    expect(matching(items, 'helix', null)).toHaveLength(3)
    expect(matching(items, '', null)).toHaveLength(3)
    expect(warehousesOf(items).map((one) => one.label)).toEqual(['Berlin', 'Hamburg'])
  })
  it('stands by event or by product in its warehouse', () => {
    expect(grouped(items, 'event').map((group) => group.map((one) => one.first.shortage.item))).toEqual([
      ['SM58', 'SM57'],
      ['SM58'],
    ])
    expect(grouped(items, 'product').map((group) => group[0].label)).toEqual(['SM58', 'SM58', 'SM57'])
  })
  it('names each holder once', () => {
    expect(holdersOf(items)).toEqual([{ value: 'x', label: 'E-9 Borealis' }])
  })
  it('goes into a spreadsheet as text', () => {
    const csv = shortagesCsv(['Number'], [shortage('1', '=1+1, "big"')])
    expect(csv).toBe(
      '\uFEFFNumber\r\nE-1,Aurora,"\'=1+1, ""big""",Berlin,2,2027-06-01T08:00:00Z,2027-06-02T08:00:00Z,E-9 Borealis\r\n',
    )
  })
})
