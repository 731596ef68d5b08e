/** Errors of the console: RFC 9457 problem documents with a stable code. The page has the words. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { REFUSALS, Refusal, type RefusalDetails, refusal } from '#core/console/refusal.ts'
import { ERRORS, HubError } from '#core/errors.ts'
import { STATUS } from '#core/problem.ts'
import type { Console, ConsoleEnv } from './console.ts'

export interface ConsoleProblem extends RefusalDetails {
  /** `urn:korpu:problem:<CODE>` */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  /** `urn:uuid:` request id, as it stands in the log. */
  readonly instance: string
}

export function problemOf({ log }: Console, fault: unknown, c: Context<ConsoleEnv>): Response {
  const requestId = c.var.requestId
  const { code, title, status, details } = saidOf(fault)
  if (status >= 500) log.error('console.failed', { requestId, status }, fault)
  else log.info('console.refused', { requestId, status })
  const problem: ConsoleProblem = { type: `urn:korpu:problem:${code}`, title, status, code, instance: `urn:uuid:${requestId}`, ...details }
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  if (details.retryAfterS !== undefined) headers.set('retry-after', String(details.retryAfterS))
  return new Response(JSON.stringify(problem), { status, headers })
}

interface Said {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly details: RefusalDetails
}

function saidOf(fault: unknown): Said {
  if (fault instanceof Refusal) return { code: fault.code, ...REFUSALS[fault.code], details: fault.details }
  if (fault instanceof HubError) {
    const { title, kind } = ERRORS[fault.code]
    return {
      code: fault.code,
      title,
      status: STATUS[kind],
      details: fault.retryAfterS === undefined ? {} : { retryAfterS: fault.retryAfterS },
    }
  }
  // What hono's own middleware throws: a body that is no JSON.
  if (fault instanceof HTTPException && fault.status === 400) return saidOf(refusal('MALFORMED'))
  return { code: 'INTERNAL', title: ERRORS.INTERNAL.title, status: 500, details: {} }
}
