import { type RequestOptions, request } from 'node:https'
import { buffer } from 'node:stream/consumers'
import type { Inbound, MediaType } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { documentOf } from './document.ts'

export interface HubAnswer {
  readonly status: number
  readonly bytes: Uint8Array
  /** By the content: a problem's own media type says the same. */
  readonly mediaType: MediaType
  readonly signature: string | undefined
}

const TIMEOUT_MS = 60_000

const JSON_ACCEPTED = 'application/json, application/problem+json'
const ACCEPTED: Readonly<Record<MediaType, string>> = {
  'application/xml': 'application/xml, application/problem+xml',
  'application/json': JSON_ACCEPTED,
  'application/jose': JSON_ACCEPTED,
  'application/soap+xml': 'application/soap+xml',
}

/** One POST over HTTPS with mutual TLS. Throws a `PlainError` when there is no answer, or one that decides nothing (429, 5xx). */
export async function post(
  url: URL,
  tls: Pick<RequestOptions, 'cert' | 'key' | 'ca'>,
  { bytes, mediaType, signature }: Pick<Inbound, 'bytes' | 'mediaType' | 'signature'>,
): Promise<HubAnswer> {
  const headers = {
    'content-type': mediaType,
    'content-length': bytes.length,
    accept: ACCEPTED[mediaType],
    ...(signature === undefined ? {} : { 'jws-signature': signature }),
  }
  const answer = await exchange(url, { ...tls, headers, method: 'POST', minVersion: 'TLSv1.2', timeout: TIMEOUT_MS }, bytes)
  if (answer.status === 429 || answer.status >= 500) {
    throw new PlainError(`The hub answered ${answer.status}: the outcome is unknown.`, 'Send the same bytes again later.')
  }
  return { ...answer, mediaType: documentOf(answer.bytes).mediaType }
}

function exchange(url: URL, options: RequestOptions, body: Uint8Array): Promise<Omit<HubAnswer, 'mediaType'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Omit<HubAnswer, 'mediaType'>>()
  const fail = (cause: NodeJS.ErrnoException) => {
    const why = cause.code ?? cause.message
    reject(new PlainError(`There is no answer from ${url.host} (${why}).`, 'Check the address, --ca, and that the hub runs.', cause))
  }
  const asked = request(url, options, (response) => {
    const [signature] = [response.headers['jws-signature']].flat()
    buffer(response).then((bytes) => resolve({ status: response.statusCode ?? 0, bytes, signature }), fail)
  })
  asked.on('error', fail)
  asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
  asked.end(body)
  return promise
}
