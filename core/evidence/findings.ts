/** What an intact container proves about the message, its receipts and its deliveries: one sentence each. */
import type { Receipt } from '#core/message.ts'
import { digestsOf, sha256Hex } from '#core/signature/digest.ts'
import { readReceipt } from '#core/signature/receipt.ts'
import { subjectOf } from '#core/trust.ts'
import { deliveredIn, documentIn, handedOverIn, ORIGINAL, RECEIPT } from './files.ts'
import { demand, demandTrust, finding, signed, signedByHub } from './proving.ts'
import type { StatedAttachment, StatedDelivery } from './statement.ts'
import { stepFindings } from './steps.ts'
import type { Trusting } from './trusting.ts'
import type { Finding, Opened } from './verify.ts'

export async function findingsOf(opened: Opened, trusting: Trusting): Promise<readonly Finding[]> {
  const found = [
    await original(opened, trusting),
    ...(await Promise.all((opened.statement.message.attachments ?? []).map((attachment) => attached(opened, attachment)))),
    erased(opened),
    await accepted(opened, trusting),
    ...(await Promise.all(opened.statement.deliveries.map((delivery) => delivered(opened, trusting, delivery)))).flat(),
    ...(await stepFindings(opened, trusting)),
    ...(await authorityFindings(opened, trusting)),
  ]
  return found.filter((finding) => finding !== undefined)
}

async function original(opened: Opened, trusting: Trusting): Promise<Finding | undefined> {
  const document = documentIn(opened.files, ORIGINAL)
  const { arrival, from, receivedAt } = opened.statement.message
  if (!document || !arrival) return undefined
  return finding(ORIGINAL, async () => {
    const { certificate } = await signed(opened, 'Message', document)
    demandTrust(trusting, certificate, new Date(receivedAt))
    demandSame(digestsOf(document), arrival)
    demand(certificate.sha256 === arrival.signerSha256, 'it was signed with another certificate than stated')
    return `The original bytes that ${from} sent are here, signed with ${subjectOf(certificate)} on ${arrival.signedAt}.`
  })
}

async function attached({ files }: Opened, { digest, size, mediaType, file }: StatedAttachment): Promise<Finding | undefined> {
  if (file === undefined) return undefined
  return finding(file, async () => {
    const { bytes } = files.get(file) ?? { bytes: new Uint8Array() }
    demand(bytes.length === size && sha256Hex(bytes) === digest, 'it is not the attachment that the hub stated')
    return `The attachment ${digest} (${mediaType}, ${size} bytes) is here.`
  })
}

/** What reads the ASN.1 of authorities takes a while to load: only where there is some. */
async function authorityFindings(opened: Opened, trusting: Trusting): Promise<readonly Finding[]> {
  if (!opened.files.keys().some((name) => /^(revocation|timestamps)\//.test(name))) return []
  const { revocationFindings, timestampFindings } = await import('./authorities.ts')
  return [...(await revocationFindings(opened, trusting)), ...(await timestampFindings(opened, trusting))]
}

/** The hub's word, and a link of its trail (or an operator's act, which is there by its hash alone). */
function erased({ statement, steps }: Opened): Finding | undefined {
  const { erased: stated, messageId } = statement.message
  if (!stated) return undefined
  const isRecorded = steps.some(({ event }) => !event || (event.event === `ContentErasure ${stated.rule}` && event.messageId === messageId))
  const sentence = `Its content was erased on ${stated.at} under rule ${stated.rule}: the digests are of bytes that the hub has no more.`
  return isRecorded ? { proven: true, sentence } : { proven: false, sentence: `No link of the audit trail records: ${sentence}` }
}

async function accepted(opened: Opened, trusting: Trusting): Promise<Finding | undefined> {
  const document = documentIn(opened.files, RECEIPT)
  const { message } = opened.statement
  if (!document || !message.arrival) return undefined
  const { arrival } = message
  return finding(RECEIPT, async () => {
    const { tree } = await signedByHub(opened, trusting, 'Receipt', document)
    const receipt = readReceipt(tree)
    demandAbout(receipt, { ...arrival, messageId: message.messageId, contentDigest: message.contentDigest })
    demand(receipt.event === 'SubmissionAcceptance', 'it is not about an acceptance')
    return `The hub confirmed on ${receipt.at}, by a signed receipt, that it had accepted exactly these bytes.`
  })
}

async function delivered(opened: Opened, trusting: Trusting, delivery: StatedDelivery): Promise<readonly (Finding | undefined)[]> {
  const { deliveryId, party, digest } = delivery
  const sent = documentIn(opened.files, deliveredIn(deliveryId))
  const receipt = documentIn(opened.files, handedOverIn(deliveryId))
  return [
    sent &&
      (await finding(deliveredIn(deliveryId), async () => {
        await signedByHub(opened, trusting, 'Message', sent)
        demandSame(digestsOf(sent), { digest: digest ?? '', signatureDigest: delivery.signatureDigest })
        return `The bytes that the hub signed and made for ${party} are here.`
      })),
    receipt &&
      (await finding(handedOverIn(deliveryId), async () => {
        const { certificate, tree } = await signed(opened, 'Receipt', receipt)
        const said = readReceipt(tree)
        demandTrust(trusting, certificate, new Date(said.at))
        demand(said.by === party && said.deliveryId === deliveryId, 'it is about another delivery')
        demandAbout(said, { messageId: opened.statement.message.messageId, digest: digest ?? '', contentDigest: delivery.contentDigest })
        const what = said.event === 'ContentHandover' ? 'had these bytes' : 'refused these bytes'
        return `${party} stated on ${said.at}, signed with ${subjectOf(certificate)}, that it ${what}.`
      })),
    receipt || delivery.state !== 'delivered'
      ? undefined
      : { proven: false, sentence: `That ${party} has the message is stated, but no receipt of it is here.` },
  ]
}

interface Digests {
  readonly digest: string
  readonly signatureDigest?: string | undefined
}

function demandSame(found: Digests, stated: Digests): void {
  demand(
    found.digest === stated.digest && found.signatureDigest === stated.signatureDigest,
    'its digests are not those that the hub stated',
  )
}

function demandAbout(receipt: Receipt, about: Digests & { readonly messageId: string; readonly contentDigest: string }): void {
  const isAbout =
    receipt.messageId === about.messageId &&
    receipt.digest === about.digest &&
    (receipt.contentDigest ?? about.contentDigest) === about.contentDigest &&
    (about.signatureDigest === undefined || receipt.signatureDigest === about.signatureDigest)
  demand(isAbout, 'it is about other bytes')
}
