/** A key that can sign, wherever it lives (file, HSM). */
import type { Algorithm } from './algorithms.ts'

export interface SigningKey {
  readonly algorithm: Algorithm
  /** DER of the certificate that goes with the key, and of its issuers where the chain is sent along. */
  readonly certificate: Uint8Array
  /** Raw signature: for ECDSA the two integers one after the other (IEEE P1363), as XML-DSig and JOSE want it. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}
