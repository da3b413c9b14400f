export type FieldProblem = { field: string; code: string; message: string }

/** What the server refuses, as RFC 9457 problem details; also a network that does not answer (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly facts: Record<string, unknown>
  readonly errors: FieldProblem[]
  readonly traceId: string | undefined

  constructor(body: {
    status: number
    code: string
    title?: string
    detail?: string
    facts?: Record<string, unknown>
    errors?: FieldProblem[]
    traceId?: string
  }) {
    super(body.detail || body.title || body.code)
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.facts = body.facts ?? {}
    this.errors = body.errors ?? []
    this.traceId = body.traceId
  }

  /** Reads the body of a refused answer, whatever it is. */
  static from(status: number, text: string): Problem {
    try {
      const body = JSON.parse(text)
      if (body && typeof body === 'object') {
        const code = typeof body.code === 'string' ? body.code : `http-${status}`
        return new Problem({ ...body, facts: body.facts ?? undefined, errors: body.errors ?? undefined, status, code })
      }
    } catch {
      // not JSON: a proxy answered in the server's place
    }
    return new Problem({ status, code: `http-${status}` })
  }
}

export const isProblem = (error: unknown, ...codesOrStatus: (string | number)[]): error is Problem =>
  error instanceof Problem &&
  (codesOrStatus.length === 0 || codesOrStatus.some((wanted) => wanted === error.code || wanted === error.status))
