import type { SignedDocument } from '#core/message.ts'

/** A signed document as an answer: the exact bytes, and the detached signature in `JWS-Signature` where there is one. */
export function signedResponse(document: SignedDocument, status: number, more: Record<string, string> = {}): Response {
  const signature = document.signature === undefined ? undefined : { 'jws-signature': document.signature }
  const headers = { 'content-type': document.mediaType, ...more, ...signature }
  return new Response(document.bytes as Uint8Array<ArrayBuffer>, { status, headers })
}
