/** A timestamp authority over HTTP (RFC 3161, section 3.4). */
import { randomBytes } from 'node:crypto'
import type { Certificate } from '#core/signature/certificate.ts'
import type { TimestampAuthority } from '#core/timestamps.ts'
import type { Authorities } from './authority.ts'

const MAX_BYTES = 256 * 1024

export function timestampAuthority({ ask }: Authorities, url: string, anchors: readonly Certificate[]): TimestampAuthority {
  return {
    async stamp(imprint) {
      const { timestampRequestFor, tokenIn } = await import('#core/pki/timestamp.ts')
      const nonce = Buffer.concat([Buffer.of(1), randomBytes(15)])
      const body = { mediaType: 'application/timestamp-query', bytes: timestampRequestFor(imprint, nonce) }
      const answer = await ask({ url, body, answer: { mediaType: 'application/timestamp-reply', maxBytes: MAX_BYTES } })
      return tokenIn(answer, imprint, nonce, anchors)
    },
  }
}
