import { expect, it } from 'vitest'
import type { Numbers, Offer } from '../api/suggestions'
import { inOrder } from './offers'

const offer = (kind: Offer['kind'], name: string, code: string | null = null): Offer => ({
  kind,
  id: name,
  name,
  code,
  subtitle: '',
})
const free = (numbers: Record<string, number>) =>
  new Map<string, Numbers>(Object.entries(numbers).map(([id, firm]) => [id, { firm, worst: firm }]))
const names = (offers: readonly Offer[]) => offers.map((one) => one.name)

it('puts what is free first among what fits equally well, and nothing else', () => {
  const cables = [offer('PRODUCT', 'XLR 3 m'), offer('PRODUCT', 'XLR 5 m'), offer('PRODUCT', 'XLR 10 m')]
  expect(names(inOrder(cables, 'xlr'))).toEqual(['XLR 3 m', 'XLR 5 m', 'XLR 10 m'])
  const numbers = free({ 'XLR 3 m': 0, 'XLR 5 m': 4, 'XLR 10 m': 12 })
  expect(names(inOrder(cables, 'xlr', numbers, () => 6))).toEqual(['XLR 10 m', 'XLR 5 m', 'XLR 3 m'])
  expect(names(inOrder(cables, 'xlr', numbers, () => 3))).toEqual(['XLR 5 m', 'XLR 10 m', 'XLR 3 m'])
  expect(names(inOrder(cables, 'xlr 3 m', numbers, () => 6))[0]).toBe('XLR 3 m')
  const worse = [offer('PRODUCT', 'Case for XLR'), offer('PRODUCT', 'XLR 3 m')]
  expect(names(inOrder(worse, 'xlr', free({ 'Case for XLR': 9, 'XLR 3 m': 0 })))).toEqual(['XLR 3 m', 'Case for XLR'])
})

it('puts the kit that is complete and the asset that is free before those that are not', () => {
  const found = [offer('KIT', 'Wash set A'), offer('KIT', 'Wash set B'), offer('ASSET', 'Wash 1'), offer('ASSET', 'Wash 2')]
  const numbers = free({ 'Wash set A': 1, 'Wash set B': 4, 'Wash 1': 0, 'Wash 2': 1 })
  expect(names(inOrder(found, 'wash', numbers, () => 3))).toEqual(['Wash set B', 'Wash set A', 'Wash 2', 'Wash 1'])
})

it('takes a code at its word, products before pieces, and kits where they are', () => {
  const found = [
    offer('ASSET', 'SM58 one', 'SM58-001'),
    offer('KIT', 'SM58 set'),
    offer('PRODUCT', 'Shure SM58 LC'),
    offer('PRODUCT', 'Shure SM58', 'SM58'),
  ]
  const numbers = free({ 'Shure SM58': 0, 'Shure SM58 LC': 5 })
  expect(names(inOrder(found, 'sm58', numbers))).toEqual(['Shure SM58', 'Shure SM58 LC', 'SM58 set', 'SM58 one'])
  expect(names(inOrder(found, 'SM58-001', numbers))[0]).toBe('SM58 one')
})

it('leaves room for pieces and for what there is less of', () => {
  const many = (kind: Offer['kind'], prefix: string) => Array.from({ length: 12 }, (_, i) => offer(kind, `${prefix} ${i}`))
  const shown = inOrder([...many('PRODUCT', 'Lamp'), ...many('ASSET', 'Lamp no.')], 'lamp')
  expect(shown).toHaveLength(9)
  expect(shown.filter((one) => one.kind === 'ASSET')).toHaveLength(2)
})
