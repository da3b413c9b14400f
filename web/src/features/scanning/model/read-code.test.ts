import { describe, expect, it } from 'vitest'
import { asTyped, readCode, shownCode, writtenAs } from './read-code'

const addresses = ['https://rental.example', 'http://old.example:8080/kit/']
const id = '0198c0de-0000-7000-8000-000000000001'
const read = (text: string) => readCode(text, addresses)

describe('what was read', () => {
  it('is a thing where the address is one of ours, of today or earlier, with or without TLS', () => {
    const thing = { kind: 'ASSET', id }
    expect(read(`https://rental.example/asset/${id}`)).toMatchObject({ kind: 'THING', thing })
    expect(read(` http://RENTAL.example/asset/${id.toUpperCase()}/\r\n`)).toMatchObject({ kind: 'THING', thing })
    expect(read(`HTTPS://RENTAL.EXAMPLE/ASSET/${id.toUpperCase()}`)).toMatchObject({ kind: 'THING', thing })
    expect(read(`http://old.example:8080/kit/case/${id}`)).toMatchObject({ kind: 'THING', thing: { kind: 'CASE', id } })
  })

  it('is foreign where the host is another, whatever it pretends to be', () => {
    expect(read(`https://other.example/asset/${id}`)).toMatchObject({ kind: 'FOREIGN', host: 'other.example' })
    expect(read(`https://rental.example@evil.example/asset/${id}`)).toMatchObject({ kind: 'FOREIGN', host: 'evil.example' })
    expect(read(`https://rental.example.evil.example/asset/${id}`)).toMatchObject({ host: 'rental.example.evil.example' })
    expect(read(`https://rental.example:8443/asset/${id}`)).toMatchObject({ kind: 'FOREIGN', host: 'rental.example' })
    // A letter of another alphabet is shown as what it is.
    expect(read(`https://rent\u0430l.example/asset/${id}`)).toMatchObject({ kind: 'FOREIGN', host: 'xn--rentl-7ve.example' })
    expect(read('https://rental.example/anything')).toMatchObject({ kind: 'FOREIGN' })
  })

  it('is text where it is a number, a barcode or an id', () => {
    expect(read('sm58-001')).toEqual({ kind: 'TEXT', code: 'SM58-001' })
    expect(read(']C1sm58-001')).toEqual({ kind: 'TEXT', code: 'SM58-001' })
    expect(read(id.toUpperCase())).toEqual({ kind: 'TEXT', code: id })
    expect(writtenAs('012345678905')).toEqual(['012345678905', '0012345678905'])
    expect(writtenAs('0012345678905')).toEqual(['0012345678905', '012345678905'])
  })

  it('is a command on a card of ours, as address or as text', () => {
    expect(read('EK:UNDO')).toEqual({ kind: 'COMMAND', command: { word: 'undo' } })
    expect(read('ek:quantity:12')).toEqual({ kind: 'COMMAND', command: { word: 'quantity', quantity: 12 } })
    expect(read('https://rental.example/command/close-case')).toEqual({ kind: 'COMMAND', command: { word: 'close-case' } })
    expect(read('https://rental.example/command/quantity/5')).toEqual({
      kind: 'COMMAND',
      command: { word: 'quantity', quantity: 5 },
    })
    expect(read('EK:QUANTITY:0').kind).toBe('UNKNOWN_COMMAND')
    expect(read('EK:QUANTITY:1000001').kind).toBe('UNKNOWN_COMMAND')
    expect(read('EK:FORMAT-DISK').kind).toBe('UNKNOWN_COMMAND')
    expect(read('https://other.example/command/undo').kind).toBe('FOREIGN')
  })

  it('is harmless where it wants to be dangerous', () => {
    expect(read('javascript:alert(1)')).toEqual({ kind: 'TEXT', code: 'JAVASCRIPT:ALERT(1)' })
    expect(read('<img src=x onerror=alert(1)>').kind).toBe('TEXT')
    expect(read('\u202e\u0000\u200b')).toEqual({ kind: 'EMPTY' })
    expect(read('SM58\u202e-001')).toEqual({ kind: 'TEXT', code: 'SM58-001' })
    expect(read('   ')).toEqual({ kind: 'EMPTY' })
    expect(read('x'.repeat(513))).toEqual({ kind: 'TOO_LONG', length: 513 })
    expect(read('x'.repeat(1_000_000))).toEqual({ kind: 'TOO_LONG', length: 1_000_000 })
    expect(read('http://[')).toMatchObject({ kind: 'TEXT' })
    expect(shownCode(`a\u202e${'b'.repeat(500)}`)).toHaveLength(64)
  })

  it('is understood from a scanner set to American on a German keyboard', () => {
    expect(asTyped('SM58ß001')).toBe('SM58-001')
    expect(read(`httpsÖ--rental.example-asset-${id.replaceAll('-', 'ß')}`)).toMatchObject({ kind: 'THING', thing: { id } })
    expect(asTyped('SM58-001')).toBe('SM58-001')
  })
})
