import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { exportJournal, scanJournal } from './scan-journal'

it('can be saved as a file, read by people and by programs', async () => {
  const line = { id: crypto.randomUUID(), kind: 'CHECK_OUT', at: '2027-06-01T08:00:00Z', by: 'u1', code: 'SM-002' } as const
  const thing = { kind: 'ASSET', id: 'a2', label: 'SM-002', name: 'SM58' } as const
  const verdict = { result: 'ACCEPTED', code: 'checked-out', facts: {}, thing, needs: [], warnings: [] } as const
  await scanJournal().add({
    id: line.id,
    userId: 'u1',
    userName: 'Ana Ruiz',
    line,
    verdict: { ...verdict, needs: [], warnings: [] },
  })
  const file = JSON.parse(await (await exportJournal()).text()) as { what: string; entries: unknown[] }
  expect(file.what).toBe('EventKit scan journal')
  expect(file.entries).toMatchObject([
    { state: 'WAITING', userName: 'Ana Ruiz', scan: line, judgedHere: { result: 'ACCEPTED', thing: { label: 'SM-002' } } },
  ])
})
