/** What the hub said no to, or that it did not answer: the problem document (RFC 9457) as an error. */
import { DetailedError } from 'hono/client'

interface Problem {
  readonly code?: string
  readonly detail?: string
  readonly title?: string
  readonly hint?: string
  readonly instance?: string
  readonly retryAfterS?: number
  readonly issues?: readonly { readonly path: string; readonly expected: string }[]
}

export class Fault extends Error {
  override readonly name = 'Fault'
  readonly problem: Problem
  /** 0: no answer at all. */
  readonly status: number

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code ?? String(status))
    this.status = status
    this.problem = problem
  }

  get code(): string | undefined {
    return this.problem.code
  }

  get hint(): string | undefined {
    return this.problem.hint
  }

  get issues(): Problem['issues'] {
    return this.problem.issues
  }

  /** Id of the request, which the hub's log has too. */
  get instance(): string | undefined {
    return this.problem.instance?.replace(/^urn:uuid:/, '')
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error
  if (!(error instanceof DetailedError)) return new Fault(0, {})
  const said: unknown = error.detail?.data
  const problem = typeof said === 'string' ? parsed(said) : said
  return new Fault(error.statusCode ?? 0, problem !== null && typeof problem === 'object' ? problem : {})
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
