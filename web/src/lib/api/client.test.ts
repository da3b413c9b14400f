import { beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, refuse } from '@/testing/fake-server'
import { api, searchString } from './client'
import { Problem } from './problem'

beforeEach(() => vi.unstubAllGlobals())

it('writes parameters in a stable order, repeats lists and leaves out what is empty', () => {
  expect(searchString({ status: ['A', 'B'], q: '', limit: 10, cursor: undefined, flag: false })).toBe(
    '?flag=false&limit=10&status=A&status=B',
  )
})

it('keeps the key of an action that was not answered and makes a new one after an answer', async () => {
  const keys: string[] = []
  let answers = 0
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    keys.push(new Headers(init.headers).get('Idempotency-Key')!)
    if (answers++ === 0) throw new TypeError('the line broke')
    return new Response('{}', { status: 201 })
  })
  await api.post('/assets', { name: 'a' })
  await api.post('/assets', { name: 'a' })
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('sends the version it builds on and tells what was refused', async () => {
  const server = fakeServer().on('PATCH /assets/:id', () => {
    throw refuse(412, 'stale', { facts: { currentVersion: 9 } })
  })
  const error = await api.patch('/assets/1', { name: 'b' }, { version: 7 }).catch((thrown: unknown) => thrown)
  expect(server.last('PATCH', '/assets/1')?.headers.get('If-Match')).toBe('"7"')
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ status: 412, code: 'stale', facts: { currentVersion: 9 } })
})

it('understands an answer that is no problem document', () => {
  expect(Problem.from(502, '<html>bad gateway</html>')).toMatchObject({ status: 502, code: 'http-502' })
})
