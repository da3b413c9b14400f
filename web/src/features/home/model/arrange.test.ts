import { describe, expect, it } from 'vitest'
import type { Widget } from '../api/boards'
import { copied, moved, noSettings, resized, withOne, without } from './arrange'

const widget = (id: string): Widget => ({ id, kind: 'CREW', size: 'SMALL', settings: noSettings })
const board = ['a', 'b', 'c'].map(widget)
const ids = (widgets: Widget[]) => widgets.map((one) => one.id).join('')

describe('arranging a board', () => {
  it('moves a widget to another place, at most to an end', () => {
    expect(ids(moved(board, 'a', 1))).toBe('bac')
    expect(ids(moved(board, 'c', 0))).toBe('cab')
    expect(ids(moved(board, 'a', 9))).toBe('bca')
    expect(ids(moved(board, 'c', -3))).toBe('cab')
    expect(ids(moved(board, 'x', 1))).toBe('abc')
  })
  it('adds, resizes and takes away without touching the board it began with', () => {
    expect(withOne(board, 'UTILISATION')[3]).toMatchObject({ kind: 'UTILISATION', size: 'MEDIUM', settings: { days: 30 } })
    expect(resized(board, 'b', 'LARGE')[1]?.size).toBe('LARGE')
    expect(ids(without(board, 'b'))).toBe('ac')
    expect(board).toHaveLength(3)
    expect(board[1]?.size).toBe('SMALL')
  })
  it('copies with keys of its own', () => {
    expect(copied(board).map((one) => one.kind)).toEqual(['CREW', 'CREW', 'CREW'])
    expect(copied(board).some((one) => board.some((other) => other.id === one.id))).toBe(false)
  })
})
