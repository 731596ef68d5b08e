import type { SignedDocument } from '#core/message.ts'

/** A signed document as an answer: the exact bytes, and the detached signature in `JWS-Signature` where there is one. */
export function signedResponse(document: SignedDocument, status: number, more: Record<string, string> = {}): Response {
  const headers = new Headers({ 'content-type': document.mediaType, ...more })
  if (document.signature !== undefined) headers.set('jws-signature', document.signature)
  return new Response(document.bytes as Uint8Array<ArrayBuffer>, { status, headers })
}
