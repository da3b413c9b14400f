import { describe, expect, it } from 'vitest'
import { check, objection } from '../../build/lint-imports.mjs'

describe('who imports whom', () => {
  it('holds in the whole tree', () => expect(check()).toEqual([]))
  it.each([
    ['features/assets/components/A.tsx', 'features/assets/api/a', null],
    ['features/assets/components/A.tsx', 'lib/format', null],
    ['features/assets/components/A.tsx', 'features/kits/api/a', 'no feature imports another'],
    ['features/assets/components/A.tsx', 'app/nav', 'only src/app imports src/app'],
    ['components/grid/DataGrid.tsx', 'features/assets/api/a', 'shared code does not know features'],
    ['app/Shell.tsx', 'features/search/components/SearchPalette', null],
    ['lib/format.ts', 'testing/fake-server', 'only tests import src/testing'],
  ])('%s → %s', (from, to, why) => expect(objection(from, to)).toBe(why))
})
