/** The one place where an error becomes an HTTP answer. */
import { ERRORS } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Peer } from '#core/message.ts'
import { type ProblemForm, problemFor } from '#core/problem.ts'

const RETRY_AFTER_S = 5

export interface Asked {
  readonly requestId: string
  readonly peer: Peer | undefined
  /** The `Accept` header. */
  readonly accept: string | undefined
  /** Methods of the address, when it was called with another. */
  readonly allow: string | undefined
  /** The address speaks SOAP. */
  readonly isSoap: boolean
}

function formOf(accept: string): ProblemForm {
  if (/\bapplication\/soap\+xml\b/.test(accept)) return 'soap'
  return /\b(application|text)\/(problem\+)?xml\b/.test(accept) ? 'xml' : 'json'
}

export async function problemResponse(hub: Hub, fault: unknown, { requestId, peer, accept, allow, isSoap }: Asked): Promise<Response> {
  const form = isSoap ? 'soap' : formOf(accept ?? '')
  const { error, status, mediaType, bytes, signature } = await problemFor(hub, fault, { requestId, peer, form })
  const { kind } = ERRORS[error.code]
  const headers = new Headers({ 'content-type': mediaType, 'korpu-request-id': requestId })
  if (allow !== undefined) headers.set('allow', allow)
  if (status === 401) headers.set('www-authenticate', 'Korpu-Signature')
  if (kind === 'unavailable' || kind === 'hurried' || kind === 'broken')
    headers.set('retry-after', String(error.retryAfterS ?? RETRY_AFTER_S))
  if (signature !== undefined) headers.set('jws-signature', signature)
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers })
}
