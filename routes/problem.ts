/** The one place where an error becomes an answer: RFC 9457, in JSON or XML, signed when the caller is a proven party. */
import { ERRORS, type ErrorKind, HubError, hubError, type Issue } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Peer, Syntax } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import { problemBytesOf } from '#core/signature/receipt.ts'

/** A new kind of error without a status does not compile. */
export const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  unproven: 401,
  forbidden: 403,
  absent: 404,
  method: 405,
  conflict: 409,
  gone: 410,
  oversized: 413,
  mediaType: 415,
  invalid: 422,
  hurried: 429,
  broken: 500,
  unavailable: 503,
}

const RETRY_AFTER_S = 5
/** As many as the schema of a problem takes. */
const MAX_ISSUES = 1000

export interface Asked {
  readonly requestId: string
  readonly peer: Peer | undefined
  /** The `Accept` header. */
  readonly accept: string | undefined
  /** Methods of the address, when it was called with another. */
  readonly allow: string | undefined
}

export async function problemResponse(hub: Hub, fault: unknown, asked: Asked): Promise<Response> {
  const error = fault instanceof HubError ? fault : hubError('INTERNAL', { cause: fault })
  const row = ERRORS[error.code]
  const status = STATUS[row.kind]
  const syntax: Syntax = /\b(application|text)\/(problem\+)?xml\b/.test(asked.accept ?? '') ? 'xml' : 'json'
  const problem = {
    type: `urn:korpu:problem:${error.code}`,
    title: row.title,
    status,
    code: error.code,
    detail: error.message === row.title ? row.hint : error.message,
    instance: `urn:uuid:${asked.requestId}`,
    stage: error.stage,
    ...(error.issues.length === 0 ? {} : { issues: error.issues.slice(0, MAX_ISSUES).map(issueOf) }),
  }
  const headers = new Headers({ 'content-type': `application/problem+${syntax}`, 'korpu-request-id': asked.requestId })
  if (asked.allow !== undefined) headers.set('allow', asked.allow)
  if (status === 401) headers.set('www-authenticate', 'Korpu-Signature')
  if (row.kind === 'unavailable' || row.kind === 'hurried' || row.kind === 'broken') {
    headers.set('retry-after', String(error.retryAfterS ?? RETRY_AFTER_S))
  }
  const bytes = problemBytesOf(problem, syntax)
  if (!isParty(hub, asked.peer)) return new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers })
  const signed = await signDocument('Problem', bytes, syntax === 'xml' ? 'xades' : 'jades', hub.keys.signing(), hub.clock.now())
  if (signed.signature !== undefined) headers.set('jws-signature', signed.signature)
  return new Response(signed.bytes as Uint8Array<ArrayBuffer>, { status, headers })
}

/** The whole document has no path: the schema of a problem knows no empty text. */
function issueOf({ path, ...issue }: Issue) {
  return path === '' ? issue : { ...issue, path }
}

/** Strangers get no signature of ours. */
const isParty = (hub: Hub, peer: Peer | undefined): boolean =>
  peer !== undefined && hub.directory().peerOf(peer, hub.clock.now()) !== undefined
