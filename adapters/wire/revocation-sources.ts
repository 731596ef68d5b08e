/** Asks responders (RFC 6960, appendix A) and fetches revocation lists (RFC 5280); what comes is believed by its signature alone. */
import { randomBytes } from 'node:crypto'
import type { RevocationSources } from '#core/revocation.ts'
import type { Authorities } from './authority.ts'

const OCSP_MAX_BYTES = 64 * 1024
const CRL_MAX_BYTES = 20 * 2 ** 20
const NONCE_BYTES = 32

export function revocationSources({ ask }: Authorities): RevocationSources {
  return {
    async ask(kind, url, certificate, issuer) {
      if (kind === 'crl') {
        const { statusInCrl } = await import('#core/pki/crl.ts')
        const bytes = await ask({ url, answer: { mediaType: 'application/pkix-crl', maxBytes: CRL_MAX_BYTES } })
        return { kind, bytes, status: statusInCrl(bytes, certificate, issuer) }
      }
      const { ocspRequestFor, statusInOcsp } = await import('#core/pki/ocsp.ts')
      const nonce = randomBytes(NONCE_BYTES)
      const question = { mediaType: 'application/ocsp-request', bytes: ocspRequestFor(certificate, issuer, nonce) }
      const bytes = await ask({ url, body: question, answer: { mediaType: 'application/ocsp-response', maxBytes: OCSP_MAX_BYTES } })
      return { kind, bytes, status: statusInOcsp(bytes, certificate, issuer, nonce) }
    },
  }
}
