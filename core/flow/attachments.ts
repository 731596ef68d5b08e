/** Binaries beside messages: those that a message names, those that a party may fetch, and those that nobody named in time. */
import { hubError, type Issue } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Message, Peer } from '#core/message.ts'
import type { Attachments, StoredAttachment } from '#core/ports.ts'
import { attachmentsNamedBy, type NamedAttachment } from '#core/rules/attachments.ts'
import type { PathOf } from '#core/rules/case.ts'
import { senderOf } from './proof.ts'

/** Few, because each may be hundreds of chunks. */
const AT_ONCE = 10

/** The stored attachments that the message names, as ids. Throws ATTACHMENT_MISSING with every one that its sender does not hold just so. */
export async function attachmentsOf(hub: Hub, message: Message, pathOf: PathOf): Promise<readonly string[]> {
  const named = attachmentsNamedBy(message)
  if (named.length === 0) return []
  const digests = [...new Set(named.map(({ digest }) => digest))]
  const held = new Map((await hub.store.attachments.find(message.header.from, digests)).map((one) => [one.digest, one]))
  const issues = named.flatMap((one) => faultsOf(one, held.get(one.digest), pathOf))
  if (issues.length > 0) throw hubError('ATTACHMENT_MISSING', { issues })
  return [...held.values()].map(({ attachmentId }) => attachmentId)
}

function faultsOf({ pointer, size, mediaType }: NamedAttachment, held: StoredAttachment | undefined, pathOf: PathOf): readonly Issue[] {
  const fault = (field: string, expected: string, hint: string): Issue => ({
    rule: 'attachment',
    path: pathOf(`${pointer}/${field}`),
    expected,
    hint,
  })
  if (!held)
    return [fault('digest', 'an attachment that you uploaded or that was delivered to you', 'Upload it, then send the message again.')]
  return [
    ...(held.size === size ? [] : [fault('size', 'the length of the bytes with this digest', 'Count bytes, not characters of base64.')]),
    ...(held.mediaType === mediaType
      ? []
      : [
          fault('mediaType', 'the media type of the bytes with this digest', 'It is told by the first bytes, whatever the file is called.'),
        ]),
  ]
}

export interface Fetched {
  readonly size: number
  readonly mediaType: string
  /** Read from the store as fast as they are taken. */
  readonly chunks: AsyncIterable<Uint8Array>
}

/** For the party that uploaded it, or was sent a message that names it; NOT_FOUND for everybody else. */
export async function fetchAttachment(
  hub: Hub,
  { peer, digest }: { readonly peer: Peer | undefined; readonly digest: string },
): Promise<Fetched> {
  const party = senderOf(hub, { peer })
  const [found] = await hub.store.attachments.find(party.id, [digest])
  if (!found) throw hubError('NOT_FOUND')
  await hub.store.lab.fetched(party.id, digest, hub.clock.now())
  hub.log.info('attachment.fetched', { party: party.id, count: found.size })
  return { size: found.size, mediaType: found.mediaType, chunks: chunksOf(hub.store.attachments, found) }
}

/** Its bytes. Throws STORE_UNAVAILABLE when it goes away meanwhile. */
export async function* chunksOf(attachments: Attachments, { attachmentId, size }: StoredAttachment): AsyncGenerator<Uint8Array> {
  let given = 0
  for (let number = 0; given < size; number++) {
    const chunk = await attachments.chunk(attachmentId, number)
    if (!chunk) throw hubError('STORE_UNAVAILABLE', { stage: 'deliver', detail: 'The attachment expired while it was read.' })
    given += chunk.length
    yield chunk
  }
}

/** Removes uploads that no message named in time, and what is left of uploads that never ended; says how many. */
export async function expireAttachments(hub: Hub): Promise<number> {
  const count = await hub.store.attachments.expire(hub.clock.now(), AT_ONCE)
  if (count > 0) hub.log.info('attachment.expired', { count })
  return count
}
