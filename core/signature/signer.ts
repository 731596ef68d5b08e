import type { PartyId } from '#core/message.ts'
import type { Certificate } from './certificate.ts'

/**
 * Whose signing certificate this is, by the SHA-256 of its DER in lower-case hex. `der` is what was sent along, for a certificate that is
 * registered by its anchor; it has that digest. `undefined` = nobody's.
 */
export type SignerOf = (
  certificateSha256: string,
  der?: Uint8Array,
) => { readonly party: PartyId; readonly certificate: Certificate } | undefined
