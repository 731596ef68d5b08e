/** What it says: the routing head, whether it was said before, and the whole message in canonical form. */

import type { Dialect } from '#core/adapter.ts'
import { issuesOf } from '#core/codec/issues.ts'
import { contentOf } from '#core/codec/jcs.ts'
import type { PartyRecord } from '#core/directory.ts'
import { hubError, type Issue } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { Envelope, Header, Message, SignedDocument, Tree, Verified } from '#core/message.ts'
import type { StoredReceipt } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { messageFaultsOf, VERSIONS, type Versions } from '#schemas/index.ts'

/** A message that the schema accepts, with the exact preimage of its content digest. */
export interface Canonical {
  readonly message: Message
  readonly content: Uint8Array
  readonly contentDigest: string
  readonly sender: PartyRecord
  readonly verified: Verified
}

export function envelopeOf(hub: Hub, verified: Verified, sender: PartyRecord): Envelope {
  const header = dialectOf(hub, sender).headerOf(verified.tree, { nonce: () => hub.ids.nonce() })
  if (header.from !== sender.id) throw hubError('SENDER_MISMATCH')
  return { header, verified }
}

/** Same id and same bytes: the first receipt again. Same id and other bytes: a conflict. */
export function duplicateOf(first: StoredReceipt | undefined, envelope: Envelope): SignedDocument | undefined {
  if (!first) return undefined
  if (first.digest !== envelope.verified.digest) throw hubError('MESSAGE_CONFLICT')
  return first.receipt
}

export function bodyOf(hub: Hub, envelope: Envelope, sender: PartyRecord): Canonical {
  const { header, verified } = envelope
  return { ...canonicalOf(dialectOf(hub, sender), verified.tree, header, hub.versions), sender, verified }
}

/** The whole message, valid against the schema; also for documents that nobody sent. Throws PAYLOAD_INVALID or CODE_UNKNOWN with every fault. */
export function canonicalOf(
  dialect: Dialect,
  tree: Tree,
  header: Header,
  versions: Versions = VERSIONS,
): Pick<Canonical, 'message' | 'content' | 'contentDigest'> {
  const { message, issues } = dialect.messageOf(tree, header)
  const faults = messageFaultsOf(message, versions)
  const all = issuesOf(faults, (pointer) => dialect.pathOf(pointer, header.type), issues)
  if (all.length > 0) throw hubError(onlyCodes(all) ? 'CODE_UNKNOWN' : 'PAYLOAD_INVALID', { issues: all })
  const content = contentOf(message)
  const contentDigest = sha256Hex(content)
  if (header.contentDigest !== undefined && header.contentDigest !== contentDigest) {
    throw hubError('PAYLOAD_INVALID', {
      issues: [
        {
          rule: 'contentDigest',
          path: dialect.pathOf('/header/contentDigest', header.type),
          expected: 'the SHA-256 of the canonical form of header and body',
          hint: 'Leave it out, or compute it over RFC 8785 JSON of header without contentDigest and body.',
        },
      ],
    })
  }
  return { message, content, contentDigest }
}

const onlyCodes = (issues: readonly Issue[]): boolean => issues.every((issue) => issue.rule === 'code')
