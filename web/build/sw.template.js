// The application shell is precached so that EventKit opens without a network. Data is never cached here.
const LIST = __PRECACHE__
const NAME = 'eventkit-shell'
const keyed = (entry) => `${entry.url}?__rev=${entry.rev}`
const byUrl = new Map(LIST.map((entry) => [entry.url, keyed(entry)]))
const AT_ONCE = 6 // what a browser asks one host for side by side
const PAUSES = [500, 2_000, 8_000, 30_000]

/** One file that fails would take all of them away until the next visit, so a line that breaks is given time to come back. */
const download = async (cache, entry) => {
  for (let tries = 0; ; tries++) {
    try {
      const response = await fetch(entry.url, { cache: 'no-cache' })
      if (!response.ok) throw new Error(`${entry.url} ${response.status}`)
      await cache.put(keyed(entry), response)
      return
    } catch (problem) {
      if (tries === PAUSES.length) throw problem
      await new Promise((resolve) => setTimeout(resolve, PAUSES[tries]))
    }
  }
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(NAME)
      const have = new Set((await cache.keys()).map((request) => new URL(request.url).pathname + new URL(request.url).search))
      const need = LIST.filter((entry) => !have.has(keyed(entry))) // only what changed is downloaded again
      const line = async () => {
        for (let entry = need.shift(); entry; entry = need.shift()) await download(cache, entry)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, line))
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(NAME)
      const keep = new Set(byUrl.values())
      for (const request of await cache.keys()) {
        const url = new URL(request.url)
        if (!keep.has(url.pathname + url.search)) await cache.delete(request)
      }
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting()
})

const shell = async () => (await (await caches.open(NAME)).match(byUrl.get('/index.html'))) ?? Response.error()

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin || /^\/(api|actuator)\//.test(url.pathname)) return
  if (event.request.mode === 'navigate') {
    // A scanned label is answered by the server (which may say "property of"); the shell is its answer without a network.
    const label = /^\/(asset|case|location|kit)\//.test(url.pathname)
    event.respondWith(label ? fetch(event.request).catch(shell) : shell().then((r) => (r.type === 'error' ? fetch(event.request) : r)))
    return
  }
  const key = byUrl.get(url.pathname)
  if (key) event.respondWith(caches.open(NAME).then(async (cache) => (await cache.match(key)) ?? fetch(event.request)))
})
