/** What every door looks at first: how large it is, and what it claims to be (contract, section 3). */
import { hubError } from './errors.ts'
import { isMediaType, type MediaType } from './message.ts'

export const MESSAGE_LIMIT_BYTES = 10 * 1024 * 1024

const MTOM =
  'MTOM and other multipart bodies are not taken. Upload attachments with PUT /v1/attachments/{sha256} and name them in the message.'

/** The media type of a document, from what a `Content-Type` says. Throws MEDIA_TYPE. */
export function mediaTypeOf(contentType: string | undefined): MediaType {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const name = type?.trim() ?? ''
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  if (name.startsWith('multipart/')) throw hubError('MEDIA_TYPE', { detail: MTOM })
  if (!isMediaType(name)) throw hubError('MEDIA_TYPE')
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) throw hubError('MEDIA_TYPE', { detail: 'Messages are UTF-8.' })
  return name
}
