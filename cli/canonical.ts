import { randomBytes } from 'node:crypto'
import type { Dialect } from '#core/adapter.ts'
import { canonicalOf } from '#core/flow/content.ts'
import type { Message } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import type { FileDocument } from './document.ts'

/** The message in a document, valid against the schema, with its content digest. Throws what the hub would answer. */
export function messageIn(document: FileDocument, dialect: Dialect): { readonly message: Message; readonly contentDigest: string } {
  if (document.kind !== 'Message') throw new PlainError(`This is a ${document.kind.toLowerCase()}.`, 'Give a message.')
  const nonce = () => randomBytes(16).toString('base64url')
  return canonicalOf(dialect, document.tree, dialect.headerOf(document.tree, { nonce }))
}
