import { hash } from 'node:crypto'
import type { SignedDocument } from '#core/message.ts'

/** SHA-256, lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** SHA-256 of a document's bytes and of the signature beside them: what a receipt about it must name. */
export function digestsOf({ bytes, signature }: SignedDocument): { readonly digest: string; readonly signatureDigest: string | undefined } {
  return { digest: sha256Hex(bytes), signatureDigest: signature === undefined ? undefined : sha256Hex(Buffer.from(signature)) }
}
