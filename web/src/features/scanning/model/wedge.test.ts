import { describe, expect, it } from 'vitest'
import { Wedge, type WedgeSettings } from './wedge'

const usual: WedgeSettings = { prefix: '', suffix: 'ENTER' }
/** Types keys with a pause between them; answers what came of the last one and which keys reached the page. */
function type(wedge: Wedge, keys: string[], gap: number, inField = false, from = 1_000) {
  let at = from
  const passed: string[] = []
  let last: ReturnType<Wedge['feed']> = { act: 'PASS' }
  for (const key of keys) {
    last = wedge.feed({ key, at }, inField)
    if (last.act === 'PASS') passed.push(key)
    at += gap
  }
  return { last, passed, at }
}
const scan = (code: string, end = 'Enter') => [...code, end]

describe('what a hand scanner types', () => {
  it('is a code wherever the focus is not in a field, however slowly a busy phone hands it on', () => {
    for (const gap of [2, 40, 400, 1_400]) {
      const { last, passed } = type(new Wedge(usual), scan('SM58-001'), gap)
      expect(last).toEqual({ act: 'CODE', code: 'SM58-001' })
      expect(passed).toEqual([])
    }
  })

  it('takes one code after the other, without a pause', () => {
    const wedge = new Wedge(usual)
    const first = type(wedge, scan('A-1'), 3)
    expect(first.last).toEqual({ act: 'CODE', code: 'A-1' })
    expect(type(wedge, scan('B-2'), 3, false, first.at).last).toEqual({ act: 'CODE', code: 'B-2' })
  })

  it('ignores a stray key long before', () => {
    const wedge = new Wedge(usual)
    type(wedge, ['x'], 0)
    expect(type(wedge, scan('SM58-001'), 5, false, 9_000).last).toEqual({ act: 'CODE', code: 'SM58-001' })
  })

  it('leaves Enter, Tab and blanks alone where nothing was typed', () => {
    const { passed } = type(new Wedge(usual), ['Enter', 'Tab', ' ', 'Shift', 'ArrowDown', 'Dead'], 50)
    expect(passed).toEqual(['Enter', 'Tab', ' ', 'Shift', 'ArrowDown', 'Dead'])
  })

  it('never takes what a person types into a field', () => {
    for (const gap of [60, 90, 200]) {
      const { last, passed } = type(new Wedge(usual), scan('broken clip, left'), gap, true)
      expect(last.act).toBe('PASS')
      expect(passed).toHaveLength('broken clip, left'.length + 1)
    }
    // Short and fast, such as two keys pressed at once, is a person too.
    expect(type(new Wedge(usual), scan('12'), 5, true).last.act).toBe('PASS')
  })

  it('takes a burst into a field that no person types', () => {
    const { last } = type(new Wedge(usual), scan('SM58-001'), 8, true)
    expect(last).toEqual({ act: 'CODE', code: 'SM58-001' })
  })

  it('takes only what begins with the prefix, where there is one', () => {
    const wedge = () => new Wedge({ prefix: '~', suffix: 'TAB' })
    expect(type(wedge(), scan('~SM58-001', 'Tab'), 5).last).toEqual({ act: 'CODE', code: 'SM58-001' })
    expect(type(wedge(), scan('SM58-001', 'Tab'), 5).last.act).toBe('TAKEN')
    expect(type(wedge(), scan('~SM58-001', 'Enter'), 5).last.act).not.toBe('CODE')
  })

  it('ends a code by silence where no key does', () => {
    const wedge = new Wedge({ prefix: '', suffix: 'NONE' })
    const { at } = type(wedge, [...'SM58-001'], 5)
    expect(wedge.silence(at, false)).toBeNull()
    expect(wedge.silence(at + 200, false)).toBe('SM58-001')
    expect(wedge.silence(at + 400, false)).toBeNull()
  })

  it('loses none of 500 codes typed at a random pace', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    const wedge = new Wedge(usual)
    let at = 0
    for (let one = 0; one < 500; one++) {
      const code = `EKA-${one}`
      let last: ReturnType<Wedge['feed']> = { act: 'PASS' }
      for (const key of scan(code)) {
        at += random() < 0.02 ? 900 : random() * 20
        last = wedge.feed({ key, at }, false)
      }
      expect(last).toEqual({ act: 'CODE', code })
    }
  })
})
