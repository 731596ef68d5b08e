/** A partner's system at its own endpoint, complete and correct but for the habits that a fault changes. Speaks JSON or XML of the standard, or a dialect. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'
import { parseJson } from '#core/codec/json.ts'
import { HubError } from '#core/errors.ts'
import { isMediaType, type Message, type MessageType, type PartyId, type Receipt, type SignedDocument, type Tree } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { NAMESPACE } from '#schemas/index.ts'
import type { ExchangeClient } from '#test/exchange.ts'
import { hubSigner } from '#test/letters.ts'
import { dialectOf, keysOf } from '#test/parties.ts'

export interface Habits {
  /** Whom the handshake lets in: the hub, whoever shows a certificate, everybody. */
  readonly clients: 'hub' | 'shown' | 'all'
  /** Whose signature it believes: the hub's, anybody's that holds, or none looked at. */
  readonly believes: 'hub' | 'anybody' | 'everything'
  readonly limitBytes: number
  readonly aheadS: number
  readonly oldestS: number
  readonly repeats: 'same' | 'anew'
  readonly conflicts: 'refuse' | 'take'
  readonly brokenOff: 'forgets' | 'remembers'
  readonly fetches: boolean
  readonly refuses: MessageType | undefined
  /** The receipt is the answer, or follows. */
  readonly receipts: 'sync' | 'async'
  readonly signs: 'signing' | 'stranger'
  readonly receipt: (honest: Receipt, earlier: Receipt | undefined) => Receipt
}

export const CORRECT: Habits = {
  clients: 'hub',
  believes: 'hub',
  limitBytes: 10 * 2 ** 20,
  aheadS: 300,
  oldestS: 3 * 86_400,
  repeats: 'same',
  conflicts: 'refuse',
  brokenOff: 'forgets',
  fetches: true,
  refuses: undefined,
  receipts: 'sync',
  signs: 'signing',
  receipt: (honest) => honest,
}

export interface LabPartner {
  readonly url: string
  close(): Promise<void>
}

class Refusal extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

/** What a partner does with a delivery, however it came. Answers with its signed receipt; throws a `Refusal`. */
export function taker(party: PartyId, habits: Habits, clock: Clock, hub: ExchangeClient) {
  const dialect = dialectOf(party)
  const taken = new Map<string, { readonly digest: string; readonly receipt: SignedDocument }>()
  const last = new Map<string, Receipt>()
  const signerOf: SignerOf =
    habits.believes === 'hub' ? hubSigner : (_, der) => (der ? { party: 'hub', certificate: certificateOf(der) } : undefined)

  const treeOf = async (document: SignedDocument): Promise<Tree> => {
    if (habits.believes === 'everything') return { syntax: 'json', root: parseJson(document.bytes) }
    const expect = { kind: 'Message', root: dialect.root ?? { name: 'Message', namespace: NAMESPACE }, from: 'hub' } as const
    const { tree, signer } = await verifyDocument(document, expect, signerOf)
    const ageS = (clock.now().getTime() - signer.signedAt.getTime()) / 1000
    if (ageS > habits.oldestS || ageS < -habits.aheadS) throw new Refusal(401)
    return tree
  }

  const receiptFor = async (deliveryId: string, { header }: Message, document: SignedDocument): Promise<SignedDocument> => {
    const { digest, signatureDigest } = digestsOf(document)
    const honest: Receipt = {
      receiptId: randomUUID(),
      messageId: header.messageId,
      conversationId: header.conversationId,
      deliveryId,
      digest,
      ...(signatureDigest === undefined ? {} : { signatureDigest }),
      event: 'ContentHandover',
      at: clock.now().toISOString(),
      by: party,
    }
    const receipt = habits.receipt(honest, last.get(header.conversationId))
    last.set(header.conversationId, receipt)
    const key = keysOf(habits.signs === 'signing' ? party : 'de').signing
    return signDocument('Receipt', receiptBytesOf(receipt, dialect.syntax), dialect.syntax === 'xml' ? 'xades' : 'jades', key, clock.now())
  }

  return async (deliveryId: string, document: SignedDocument): Promise<SignedDocument> => {
    const tree = await treeOf(document).catch((fault: unknown) => {
      throw fault instanceof HubError ? new Refusal(401) : fault
    })
    const { message } = dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => 'A'.repeat(22) }))
    const { messageId, type } = message.header
    const known = taken.get(messageId)
    const { digest } = digestsOf(document)
    if (known && known.digest !== digest && habits.conflicts === 'refuse') throw new Refusal(409)
    if (known && known.digest === digest && habits.repeats === 'same') return known.receipt
    if (type === habits.refuses) throw new Refusal(422)
    const { attachments = [] } = message.body as { readonly attachments?: readonly { readonly digest: string }[] }
    for (const one of habits.fetches ? attachments : []) await hub.get(`/v1/attachments/${one.digest}`)
    const receipt = await receiptFor(deliveryId, message, document)
    taken.set(messageId, { digest, receipt })
    return receipt
  }
}

export async function openPartner(party: PartyId, habits: Habits, clock: Clock, hub: ExchangeClient): Promise<LabPartner> {
  const take = taker(party, habits, clock, hub)
  const begun = new Set<string>()
  const { cert, key, ca } = keysOf(party).tls
  const server = createServer(
    { cert, key, ca, requestCert: habits.clients !== 'all', rejectUnauthorized: habits.clients === 'hub' },
    (request, response) =>
      void answer(request, response).catch((fault: unknown) => {
        response.writeHead(fault instanceof Refusal ? fault.status : 500).end()
      }),
  )

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const peer = (request.socket as TLSSocket).getPeerX509Certificate()
    if (habits.clients !== 'all' && !peer) throw new Refusal(401)
    const deliveryId = String(request.headers['idempotency-key']).slice(1, -1)
    const document = await documentIn(request, deliveryId)
    const receipt = await take(deliveryId, document)
    if (habits.receipts === 'sync') {
      const detached = receipt.signature === undefined ? {} : { 'jws-signature': receipt.signature }
      response.writeHead(200, { 'content-type': receipt.mediaType, ...detached }).end(receipt.bytes)
    } else {
      response.writeHead(202).end()
      await hub.post('/v1/receipts', receipt)
    }
  }

  const documentIn = async (request: IncomingMessage, deliveryId: string): Promise<SignedDocument> => {
    if (begun.has(deliveryId) && habits.brokenOff === 'remembers') throw new Refusal(409)
    if (habits.brokenOff === 'remembers') begun.add(deliveryId)
    const bytes = await buffer(request)
    begun.delete(deliveryId)
    if (bytes.length > habits.limitBytes) throw new Refusal(413)
    const mediaType = request.headers['content-type']
    if (!isMediaType(mediaType)) throw new Refusal(415)
    const signature = request.headers['jws-signature']
    return { mediaType, bytes, signature: typeof signature === 'string' ? signature : undefined }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/inbox`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
