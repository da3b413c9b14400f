import { expect, it } from 'vitest'
import { realSchema } from '@/lib/validation-zod'
import { asKind, ownInput, ownInputOf, ownPatch, ownText } from './own-fields'

it('sends only what is new, different or gone', () => {
  const { before, rows } = ownInputOf({ Fleet: 1044, Carer: 'Ana', Insured: true })
  expect(rows.map((row) => row.name)).toEqual(['Carer', 'Fleet', 'Insured'])
  expect(ownPatch({ before, rows })).toEqual({})
  const [carer, fleet] = rows
  expect(ownPatch({ before, rows: [{ ...carer!, name: 'Looked after by' }, { ...fleet!, value: 1045 }, rows[2]!] })).toEqual({
    Carer: null,
    'Looked after by': 'Ana',
    Fleet: 1045,
  })
  expect(ownPatch({ before, rows: [] })).toEqual({ Fleet: null, Carer: null, Insured: null })
})

it('does not take for removed what somebody else added meanwhile', () => {
  const mine = ownInputOf({ Fleet: 1 })
  mine.rows[0]!.value = 2
  expect(ownPatch(mine)).toEqual({ Fleet: 2 })
})

it('keeps what can be read as another kind', () => {
  expect(asKind('12,5', 'NUMBER')).toBe(12.5)
  expect(asKind('red', 'NUMBER')).toBeNull()
  expect(asKind('', 'NUMBER')).toBeNull()
  expect(asKind(7, 'TEXT')).toBe('7')
  expect(asKind(true, 'NUMBER')).toBeNull()
  expect(asKind('red', 'YES_NO')).toBe(false)
})

it('says at the row what is wrong with it', () => {
  const row = (name: string, value: string | number | null) => ({ name, kind: 'TEXT' as const, value })
  const { error } = realSchema(ownInput).safeParse({
    before: {},
    rows: [row('Carer', 'Ana'), row('Carer ', 'Ben'), row(' ', 'x'), row('Empty', null), row('Long', 'x'.repeat(501))],
  })
  expect(error!.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['rows.2.name', 'Please fill this in'],
    ['rows.3.value', 'Please fill this in'],
    ['rows.4.value', 'At most 500 characters'],
    ['rows.1.name', 'There is already a field with this name'],
  ])
})

it('shows numbers as they were entered', () => {
  expect(ownText(2024, 'en-GB', String)).toBe('2024')
  expect(ownText(1.5, 'de-DE', String)).toBe('1,5')
  expect(ownText(false, 'de-DE', String)).toBe('common.no')
})
