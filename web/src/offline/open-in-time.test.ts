import { describe, expect, it, vi } from 'vitest'
import { openInTime, StorageStuck } from './open-in-time'

describe('storage that does not answer', () => {
  it('is given up in time, and told of when it answers after all', async () => {
    let open = (_db: string) => {}
    const late = vi.fn()
    const opening = openInTime(new Promise<string>((resolve) => (open = resolve)), late, 5)
    await expect(opening).rejects.toBeInstanceOf(StorageStuck)
    open('db')
    await vi.waitFor(() => expect(late).toHaveBeenCalledWith('db'))
  })

  it('is what it is where it answers', async () => {
    await expect(openInTime(Promise.resolve('db'), vi.fn(), 5)).resolves.toBe('db')
    await expect(openInTime(Promise.reject(new Error('full')), vi.fn(), 5)).rejects.toThrow('full')
  })
})
