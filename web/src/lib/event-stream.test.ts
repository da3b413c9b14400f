import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { tellChanged, useThingChanged } from './event-stream'

test('who shows a thing hears when it changes, and when nobody knows what was missed', () => {
  const first = vi.fn()
  const other = vi.fn()
  const shown = renderHook(({ id }) => useThingChanged('pull-list', id, first), { initialProps: { id: 'a' } })
  renderHook(() => useThingChanged('event', 'a', other))

  tellChanged('pull-list', 'a')
  expect(first).toHaveBeenCalledTimes(1)
  expect(other).not.toHaveBeenCalled()

  tellChanged()
  expect(first).toHaveBeenCalledTimes(2)
  expect(other).toHaveBeenCalledTimes(1)

  shown.rerender({ id: 'b' })
  tellChanged('pull-list', 'a')
  expect(first).toHaveBeenCalledTimes(2)
  tellChanged('pull-list', 'b')
  expect(first).toHaveBeenCalledTimes(3)

  shown.unmount()
  tellChanged('pull-list', 'b')
  expect(first).toHaveBeenCalledTimes(3)
})
