import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, solved } from './task'

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join('')

it('hashes as everybody does', () => {
  for (const text of ['', 'abc', 'ü'.repeat(30), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'long '.repeat(100)])
    expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
})

it('works a task out', async () => {
  const answer = await solved('task', 10)
  expect(sha256(`task:${answer}`)[0]! >>> 22).toBe(0)
})
