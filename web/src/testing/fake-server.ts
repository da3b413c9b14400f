import { vi } from 'vitest'
import type { Me } from '@/lib/session'

type Handler = (request: { url: URL; body: unknown; headers: Headers; params: string[] }) => unknown

/** A refusal to answer with: `throw refuse(409, 'email-taken', { errors: [...] })`. */
export class Refused extends Error {
  readonly status: number
  readonly body: object
  constructor(status: number, body: object) {
    super(`refused ${status}`)
    this.status = status
    this.body = body
  }
}
export const refuse = (status: number, code: string, more: object = {}) =>
  new Refused(status, { status, code, title: code, detail: '', facts: {}, errors: [], ...more })

export const someone: Me = {
  id: 'u1',
  name: 'Ana Ruiz',
  email: 'ana@example.org',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  theme: 'LIGHT',
  roles: [{ id: 'r1', name: 'Owner' }],
  permissions: [
    'COMPANY_EDIT',
    'USER_READ',
    'USER_EDIT',
    'ROLE_EDIT',
    'AUDIT_READ',
    'JOB_MANAGE',
    'PRODUCT_READ',
    'PRODUCT_EDIT',
    'KIT_EDIT',
    'ASSET_READ',
    'ASSET_EDIT',
    'ASSET_DISPOSE',
    'ASSET_COST_READ',
    'CASE_EDIT',
    'STOCK_ADJUST',
    'LOCATION_READ',
    'LOCATION_EDIT',
    'VENUE_READ',
    'VENUE_EDIT',
    'CLIENT_READ',
    'CLIENT_EDIT',
    'DEAL_READ',
    'DEAL_EDIT',
    'QUOTE_READ',
    'QUOTE_EDIT',
    'QUOTE_APPROVE',
    'QUOTE_MARGIN_READ',
    'PORTAL_EDIT',
    'PRICE_EDIT',
    'PIPELINE_EDIT',
    'INVOICE_READ',
    'INVOICE_EDIT',
    'COST_READ',
    'COST_EDIT',
    'LEDGER_READ',
    'LEDGER_EDIT',
    'SOURCE_READ',
    'SOURCE_EDIT',
    'EVENT_READ',
    'EVENT_EDIT',
    'EVENT_CONFIRM',
    'OVERBOOK',
    'MOVE',
    'MAINTENANCE_READ',
    'MAINTENANCE_EDIT',
    'MAINTENANCE_PLAN',
    'FILE_READ',
    'FILE_EDIT',
    'LABEL_PRINT',
    'LABEL_EDIT',
    'IMPORT',
    'EXPORT',
    'REPORT_READ',
    'VIEW_SHARE',
  ],
  company: { name: 'Stagelight', currency: 'EUR', timeZone: 'Europe/Berlin', locale: 'en', baseUrl: null, logoFileId: null },
  version: 1,
}

/**
 * Answers `fetch` from handlers: `server.on('GET /assets/:id', ({ params }) => …)`. The newest handler of a pattern wins; what
 * nobody answers is a 404 that names the request. `server.calls` keeps every request with its body and headers.
 */
export function fakeServer(me: Me | null = someone) {
  const handlers: { method: string; pattern: RegExp; handle: Handler }[] = []
  const calls: { method: string; path: string; search: string; body: unknown; headers: Headers }[] = []
  const on = (route: string, handle: Handler | object) => {
    const [method, path] = route.split(' ') as [string, string]
    const pattern = new RegExp(`^/api/v1${path.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)')}$`)
    handlers.unshift({ method, pattern, handle: typeof handle === 'function' ? (handle as Handler) : () => handle })
    return server
  }
  const answer = (status: number, body: unknown) =>
    new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json' },
    })
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://localhost')
    const method = init.method ?? 'GET'
    const headers = new Headers(init.headers)
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    calls.push({ method, path: url.pathname.replace('/api/v1', ''), search: url.search, body, headers })
    for (const { method: wanted, pattern, handle } of handlers) {
      const match = wanted === method && pattern.exec(url.pathname)
      if (!match) continue
      try {
        const result = await handle({ url, body, headers, params: match.slice(1) })
        return answer(result === undefined ? 204 : 200, result)
      } catch (error) {
        if (error instanceof Refused) return answer(error.status, error.body)
        throw error
      }
    }
    return answer(404, { status: 404, code: 'not-found', detail: `nothing answers ${method} ${url.pathname}` })
  })
  const server = {
    on,
    calls,
    last: (method: string, path: string) => calls.findLast((call) => call.method === method && call.path === path),
  }
  on('GET /me', () => {
    if (!me) throw refuse(401, 'sign-in-required')
    return me
  })
  on('GET /setup', { needed: false, companyName: 'Stagelight' })
  on('GET /notifications', { items: [], total: 0, next: null })
  on('GET /notifications/unread', { unread: 0 })
  on('GET /views', { items: [], total: 0, next: null })
  return server
}
