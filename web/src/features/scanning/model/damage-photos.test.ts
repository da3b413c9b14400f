import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { Problem } from '@/lib/api/problem'
import { Journal } from '@/offline/journal'
import { PhotoBox } from '@/offline/photo-box'
import { DamagePhotos, shrink } from './damage-photos'
import type { ScanAnswer, ScanLine, Verdict } from './scan'

const picture = new Blob(['dent'], { type: 'image/jpeg' })
let count = 0

function open() {
  const name = `photos-${++count}`
  const journal = new Journal<ScanLine, Verdict, ScanAnswer>(name)
  const server = { isCut: false, sent: [] as string[] }
  const photos = new DamagePhotos(new PhotoBox(`${name}-box`), async (scanId) => {
    if (server.isCut) throw new Problem({ status: 0, code: 'network' })
    server.sent.push(scanId)
  })
  const scan = async (id: string) => {
    const line = { id, kind: 'CHECK_IN', at: '', by: 'ana', code: 'SM-002', condition: 'DAMAGED' } as ScanLine
    const verdict = { result: 'ACCEPTED', code: 'damaged', facts: {}, thing: null, needs: [], warnings: [] } as Verdict
    await journal.add({ id, userId: 'ana', userName: 'Ana', line, verdict })
  }
  const answered = (id: string, state: 'ACCEPTED' | 'REFUSED', settled = state === 'ACCEPTED') =>
    journal.answered([{ id, state, answer: { id } as ScanAnswer, settled }])
  return { journal, photos, server, scan, answered }
}

describe('pictures of damage', () => {
  it('wait for the answer of their scan and go then, whatever broke before', async () => {
    const { journal, photos, server, scan, answered } = open()
    server.isCut = true
    await scan('s1')
    expect(await photos.keep('s1', 'ana', [picture, picture])).toBe(true)
    await photos.send('ana', journal)
    expect(await photos.waiting('ana')).toBe(2)
    await answered('s1', 'ACCEPTED')
    await photos.send('ana', journal)
    expect(await photos.waiting('ana')).toBe(2)
    server.isCut = false
    await photos.send('ana', journal)
    expect(await photos.waiting('ana')).toBe(0)
    expect(server.sent).toEqual(['s1', 's1'])
  })

  it('stay with a scan that was refused until it is decided about, and go along where it is scanned again', async () => {
    const { journal, photos, server, scan, answered } = open()
    await scan('r1')
    await scan('r2')
    await photos.keep('r1', 'ana', [picture])
    await answered('r1', 'REFUSED')
    await answered('r2', 'ACCEPTED')
    await photos.send('ana', journal)
    expect(await photos.waiting('ana')).toBe(1)
    await photos.move('r1', 'r2')
    await photos.send('ana', journal)
    expect(server.sent).toEqual(['r2'])
    await photos.keep('r1', 'ana', [picture])
    await journal.settle(['r1'])
    await photos.send('ana', journal)
    expect(await photos.waiting('ana')).toBe(0)
    expect(server.sent).toEqual(['r2'])
  })

  it('stay as they are where the browser can not make them smaller', async () => {
    expect(await shrink(picture)).toBe(picture)
  })
})
