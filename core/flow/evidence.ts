/** One message with everything that proves it, as one file that is verified without the hub. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { hubError } from '#core/errors.ts'
import { entryOf } from '#core/evidence/chain.ts'
import { type Attached, containerOf } from '#core/evidence/container.ts'
import { attachmentIn, mediaTypeIn } from '#core/evidence/files.ts'
import { pathOf } from '#core/evidence/merkle.ts'
import type { EvidenceLink, EvidenceRecord } from '#core/evidence/record.ts'
import { signerCertificateOf } from '#core/evidence/signed.ts'
import { eventOfLink, type Step, statementFor } from '#core/evidence/statement.ts'
import type { Archive } from '#core/evidence/zip.ts'
import type { Hub } from '#core/hub.ts'
import type { DocumentKind, PartyId, Peer, SignedDocument } from '#core/message.ts'
import type { StoredAttachment, StoredTreeHead } from '#core/ports.ts'
import type { RevocationAnswer } from '#core/revocation.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { type DigestName, digestNameFor } from '#core/signature/xades-names.ts'
import type { StoredTimestamp } from '#core/timestamps.ts'
import { chunksOf } from './attachments.ts'
import { senderOf } from './proof.ts'
import { seal } from './seal.ts'

/** Where evidence comes from. */
type Sources = Pick<Hub, 'store' | 'keys' | 'clock' | 'log' | 'directory'>

/** The copy of the party that asks. Throws NOT_FOUND for what is not there, or not for it. */
export async function evidenceFor(hub: Hub, peer: Peer | undefined, messageId: string): Promise<Archive> {
  const { id } = senderOf(hub, { peer })
  const container = await evidenceOf(hub, messageId, id)
  if (!container) throw hubError('NOT_FOUND')
  hub.log.info('evidence.given', { messageId, party: id, count: container.size })
  return container
}

/** The copy of a party, or of the sender; `undefined` where there is none. Seals first what is not sealed yet. */
export async function evidenceOf(hub: Sources, messageId: string, viewer: PartyId | undefined): Promise<Archive | undefined> {
  const record = await hub.store.evidence(messageId, viewer)
  if (!record) return undefined
  await seal(hub)
  const at = hub.clock.now()
  const key = hub.keys.signing(record.agreement)
  const proven = await Promise.all(record.links.map((link) => provenIn(hub, link)))
  const treeHeads = new Map(proven.map(({ head }) => [head.number, documentOf(head)]))
  const attached = await attachedTo(hub, record, digestNameFor(key.algorithm))
  const files = new Set(attached.map(({ name }) => name))
  const statement = statementFor(record, files, (party) => hub.directory().party(party)?.title, at)
  const certificates = await certificatesOf(hub, record, treeHeads, certificateOf(key.certificate))
  const answers = await answersAbout(hub, certificates)
  const timestamps = await timestampsOver(hub, [...treeHeads.keys()])
  return containerOf(
    { record, attached, statement, steps: proven.map(({ step }) => step), treeHeads, certificates, answers, timestamps },
    key,
    at,
  )
}

async function timestampsOver({ store }: Sources, heads: readonly number[]): Promise<readonly StoredTimestamp[]> {
  const found = await Promise.all(heads.map((head) => store.timestamps.covering(head)))
  return [...new Map(found.flatMap((one) => (one ? [[one.number, one] as const] : []))).values()]
}

async function answersAbout({ store }: Sources, certificates: readonly Certificate[]): Promise<ReadonlyMap<string, RevocationAnswer>> {
  const asked = await Promise.all(certificates.map(async ({ sha256 }) => [sha256, await store.revocation.answer(sha256)] as const))
  return new Map(asked.filter((one): one is readonly [string, RevocationAnswer] => one[1] !== undefined))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

async function provenIn({ store }: Sources, link: EvidenceLink): Promise<{ readonly step: Step; readonly head: StoredTreeHead }> {
  const { lane, number, before } = link
  const covering = await store.treeHeads.covering(link)
  if (!covering) throw hubError('INTERNAL', { detail: 'A link of the audit trail is under no tree head.' })
  const leaves = await store.treeHeads.ends(covering.spans)
  const event = eventOfLink(link)
  const step = {
    lane,
    number,
    ...(before.length > 0 && { before: hex(before) }),
    ...(event ? { event } : { entry: hex(entryOf(link)) }),
    treeHead: covering.head.number,
    index: covering.index,
    path: pathOf(leaves, covering.index).map(hex),
  }
  return { step, head: covering.head }
}

/** Of all attachments together: whoever verifies has the container in memory. What is beyond is there by its digest alone. */
const ATTACHED_BYTES = 2 ** 30

/** The attachments that the viewer may fetch. */
async function attachedTo(
  { store }: Sources,
  { viewer, attachments }: EvidenceRecord,
  digestName: DigestName,
): Promise<readonly Attached[]> {
  if (attachments.length === 0) return []
  const digests = attachments.map(({ digest }) => digest)
  const attached: Attached[] = []
  let room = ATTACHED_BYTES
  for (const one of await store.attachments.find(viewer, digests)) {
    if (one.size > room) continue
    room -= one.size
    attached.push(await measured(store, one, digestName))
  }
  return attached
}

/** Read once to be digested and once more to be given, so that nobody has it whole. */
async function measured({ attachments }: Hub['store'], stored: StoredAttachment, digestName: DigestName): Promise<Attached> {
  const name = attachmentIn(stored.digest, stored.mediaType)
  const chunks = () => chunksOf(attachments, stored)
  const digesting = createHash(digestName)
  let crc = 0
  for await (const chunk of chunks()) {
    digesting.update(chunk)
    crc = crc32(chunk, crc)
  }
  return { name, mediaType: mediaTypeIn(name), digest: digesting.digest(), size: stored.size, crc, chunks }
}

const documentOf = ({ bytes, signature }: StoredTreeHead): SignedDocument => ({ mediaType: 'application/json', bytes, signature })

async function certificatesOf(
  hub: Sources,
  { original, receipt, deliveries }: EvidenceRecord,
  treeHeads: ReadonlyMap<number, SignedDocument>,
  own: Certificate,
): Promise<readonly Certificate[]> {
  const documents: readonly (readonly [DocumentKind, SignedDocument | undefined])[] = [
    ['Message', original],
    ['Receipt', receipt],
    ...deliveries.flatMap((one) => [['Message', one.document] as const, ['Receipt', one.receipt] as const]),
    ...[...treeHeads.values()].map((head) => ['TreeHead', head] as const),
  ]
  const registered = (sha256: string): Certificate | undefined => hub.directory().signerOf(sha256)?.certificate
  const found = await Promise.all(documents.map(async ([kind, document]) => document && signerCertificateOf(kind, document, registered)))
  return [...new Map([own, ...found].flatMap((one) => (one ? [[one.sha256, one] as const] : []))).values()]
}
