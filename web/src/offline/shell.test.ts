import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import template from '../../build/sw.template.js?raw'

const LIST = Array.from({ length: 40 }, (_, at) => ({ url: `/file-${at}.js`, rev: `r${at}` }))

/** The worker as a browser would run it, with this network and a cache that is still empty; answers what its installation waits for. */
function install(fetch: (url: string) => Promise<{ ok: boolean; status: number }>) {
  const kept = new Map<string, unknown>()
  const cache = { keys: async () => [], put: async (key: string, response: unknown) => void kept.set(key, response) }
  const heard = new Map<string, (event: object) => void>()
  const self = { addEventListener: (name: string, listener: (event: object) => void) => heard.set(name, listener) }
  new Function('self', 'caches', 'fetch', template.replace('__PRECACHE__', JSON.stringify(LIST)))(
    self,
    { open: async () => cache },
    fetch,
  )
  const waited: Promise<void>[] = []
  heard.get('install')!({ waitUntil: (work: Promise<void>) => void waited.push(work) })
  return { done: waited[0]!, kept }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the app is kept though its download breaks off here and there', async () => {
  const asked = new Map<string, number>()
  const { done, kept } = install(async (url) => {
    const times = (asked.get(url) ?? 0) + 1
    asked.set(url, times)
    if (url === '/file-3.js' && times < 3) throw new TypeError('Failed to fetch')
    return url === '/file-30.js' && times === 1 ? { ok: false, status: 503 } : { ok: true, status: 200 }
  })
  await vi.advanceTimersByTimeAsync(10_000)
  await done
  expect(kept.size).toBe(LIST.length)
  expect([...asked.values()].reduce((a, b) => a + b)).toBe(LIST.length + 3)
})

test('a file that can not be had is given up in the end, and no app is kept in halves', async () => {
  const { done } = install(async (url) => (url === '/file-7.js' ? { ok: false, status: 404 } : { ok: true, status: 200 }))
  const over = expect(done).rejects.toThrow('/file-7.js 404')
  await vi.advanceTimersByTimeAsync(60_000)
  await over
})

test('no more files are asked for side by side than a host is asked by a browser', async () => {
  let [now, most] = [0, 0]
  const { done } = install(async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 10))
    now--
    return { ok: true, status: 200 }
  })
  await vi.advanceTimersByTimeAsync(1_000)
  await done
  expect(most).toBe(6)
})
