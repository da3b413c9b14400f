import { Problem } from './problem'

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number | boolean)[]
export type Query = Record<string, QueryValue>

/** What every collection answers. */
export type Page<Row> = { items: Row[]; total: number; next: string | null }

export type Money = { amountMinor: number; currency: string }

export type CallOptions = {
  query?: Query
  signal?: AbortSignal
  /** The version this write is based on: sent as If-Match. */
  version?: number
  /** An Idempotency-Key of your own; without it, one is made per user action (see `keyFor`). */
  key?: string
}

export const root = '/api/v1'

/** Parameters that repeat (`status=A&status=B`), in a stable order; empty ones are left out. */
export function searchString(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const name of Object.keys(query).sort()) {
    const value = query[name]
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** The address of a resource, for links and downloads: `url('/assets.csv', { q: 'mic' })`. */
export const url = (path: string, query?: Query) => `${root}${path}${searchString(query)}`

/**
 * The Idempotency-Key of an unsafe call. The same action (method, path, version and body) keeps its key until the server has
 * given a definite answer, so that a second click, a retry after a timeout and our own retries change things once.
 */
const pending = new Map<string, string>()
function keyFor(action: string): string {
  const key = pending.get(action) ?? crypto.randomUUID()
  pending.set(action, key)
  return key
}

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))
const unanswered = new Set([502, 503, 504])

async function send<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
  const unsafe = method !== 'GET'
  const headers = new Headers({ Accept: 'application/json' })
  const json = body === undefined ? undefined : JSON.stringify(body)
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`)
  const action = `${method} ${path}${searchString(options.query)} ${options.version ?? ''} ${json ?? ''}`
  if (unsafe) headers.set('Idempotency-Key', options.key ?? keyFor(action))

  let response: Response | undefined
  for (let attempt = 0; ; attempt++) {
    try {
      response = await fetch(url(path, options.query), {
        method,
        headers,
        body: json,
        signal: options.signal,
        credentials: 'same-origin',
        // The ETag is a version to write against; what else an answer tells changes without it.
        cache: 'no-store',
      })
    } catch (cause) {
      if (options.signal?.aborted) throw cause
      response = undefined
    }
    const again = unsafe && attempt < 2 && (!response || unanswered.has(response.status)) && navigator.onLine !== false
    if (!again) break
    await pause(400 * 3 ** attempt)
  }
  if (!response) throw new Problem({ status: 0, code: 'network' })
  if (unsafe && response.status < 500) pending.delete(action)
  const text = await response.text()
  if (!response.ok) throw Problem.from(response.status, text)
  return (text ? JSON.parse(text) : undefined) as T
}

export const api = {
  get: <T>(path: string, options: CallOptions = {}) => send<T>('GET', path, undefined, options),
  post: <T = void>(path: string, body?: unknown, options: CallOptions = {}) => send<T>('POST', path, body, options),
  put: <T = void>(path: string, body?: unknown, options: CallOptions = {}) => send<T>('PUT', path, body, options),
  patch: <T = void>(path: string, body: unknown, options: CallOptions = {}) => send<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options: CallOptions = {}) => send<T>('DELETE', path, undefined, options),
  upload,
}

export type UploadOptions = CallOptions & { method?: 'POST' | 'PUT'; onProgress?: (share: number) => void }

/** Sends a form with files; XMLHttpRequest, because fetch does not tell how far an upload has come. */
function upload<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(options.method ?? 'POST', url(path, options.query))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Idempotency-Key', options.key ?? crypto.randomUUID())
    if (options.version !== undefined) request.setRequestHeader('If-Match', `"${options.version}"`)
    request.upload.onprogress = (event) => event.lengthComputable && options.onProgress?.(event.loaded / event.total)
    request.onerror = () => reject(new Problem({ status: 0, code: 'network' }))
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) reject(Problem.from(request.status, request.responseText))
      else resolve((request.responseText ? JSON.parse(request.responseText) : undefined) as T)
    }
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
