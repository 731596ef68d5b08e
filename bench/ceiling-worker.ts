/** One core's share of the ceiling: nothing but the signatures, verifications, schema checks and commits of one exchange, over and over. */
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'pg'
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { Message, SignedDocument, Syntax } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { DIALECT, keysOf, messageOf, PROFILE, signerOf } from './world.ts'

export interface CeilingWork {
  readonly dir: string
  readonly url: string
  readonly syntax: Syntax
  readonly sizeBytes: number
  /** What is done before this is warming up: code that is not compiled yet, connections that are not open yet. */
  readonly countedFromMs: number
  readonly untilMs: number
}

const LANES = 8
const { dir, url, syntax, sizeBytes, countedFromMs, untilMs } = workerData as CeilingWork
const dialect = DIALECT[syntax]
const profile = PROFILE[syntax]
const [sender, receiver, hub] = ['xa', 'xb', 'hub'].map((party) => ({
  party,
  key: keysOf(dir, party).signing,
  signer: signerOf(dir, party),
}))
const pool = new Pool({ connectionString: url, max: LANES })

interface Side {
  readonly key: ReturnType<typeof keysOf>['signing']
  readonly signer: ReturnType<typeof signerOf>
  readonly party: string
}

const check = async (document: SignedDocument, kind: 'Message' | 'Receipt', by: Side): Promise<void> => {
  const { tree } = await verifyDocument(document, { kind, root: undefined, from: 'hub' }, by.signer)
  if (kind === 'Receipt') return
  const { message } = dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => '' }))
  if (messageFaultsOf(message).length > 0) throw new Error('the ceiling measures valid messages')
}

const sign = (kind: 'Message' | 'Receipt', bytes: Uint8Array, by: Side): Promise<SignedDocument> =>
  signDocument(kind, bytes, profile, by.key, new Date())

const receiptOf = (message: Message, document: SignedDocument, by: Side): Promise<SignedDocument> => {
  const { messageId, conversationId } = message.header
  const { digest } = digestsOf(document)
  const at = new Date().toISOString()
  const statement = { receiptId: messageId, messageId, conversationId, digest, event: 'ContentHandover' as const, at, by: by.party }
  return sign('Receipt', receiptBytesOf(statement, syntax), by)
}

const commit = (bytes: Uint8Array): Promise<unknown> =>
  pool.query({ name: 'commit', text: 'INSERT INTO ceiling (bytes) VALUES ($1)', values: [Buffer.from(bytes)] })

async function exchange(xa: Side, xb: Side, via: Side): Promise<void> {
  const message = messageOf(syntax, sizeBytes)
  const submitted = await sign('Message', dialect.bytesOf(message), xa)
  await check(submitted, 'Message', xa)
  const contentDigest = contentDigestOf(message)
  const accepted = await receiptOf(message, submitted, via)
  await commit(submitted.bytes)
  await check(accepted, 'Receipt', via)
  const forwarded = { ...message, header: { ...message.header, contentDigest } }
  const delivered = await sign('Message', dialect.bytesOf(forwarded), via)
  await commit(delivered.bytes)
  await check(delivered, 'Message', via)
  const handedOver = await receiptOf(message, delivered, xb)
  await check(handedOver, 'Receipt', xb)
  await commit(handedOver.bytes)
}

let count = 0
if (sender && receiver && hub) {
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (Date.now() < untilMs) {
        await exchange(sender, receiver, hub)
        if (Date.now() > countedFromMs) count++
      }
    }),
  )
}
await pool.end()
parentPort?.postMessage(count)
