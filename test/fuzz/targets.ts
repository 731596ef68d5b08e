/** Everything that reads bytes of strangers. Each takes any bytes and answers, or throws what it promises to throw. */

import { dialectNamed, loadDialects } from '#adapters/load.ts'
import { digestIn, namedFile } from '#adapters/wire/file-names.ts'
import { parseJson } from '#core/codec/json.ts'
import { canonicalXmlOf, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { readMrz } from '#core/documents/mrz.ts'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import { receive } from '#core/flow/receive.ts'
import type { MediaType, PartyId, Receipt, SignedDocument } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import { readReceipt, receiptBytesOf } from '#core/signature/receipt.ts'
import { callerOf } from '#routes/exchange/proxy.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { COPIES } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { letter } from '#test/letters.ts'
import { dialectOf, keysOf } from '#test/parties.ts'

export interface Target {
  readonly name: string
  /** What is right, to be made wrong. */
  readonly seeds: readonly Uint8Array[]
  readonly read: (bytes: Uint8Array) => unknown
}

const NOW = new Date()
const RECEIPT: Receipt = {
  receiptId: '01920000-0000-7000-8000-000000000001',
  messageId: '01920000-0000-7000-8000-000000000002',
  conversationId: '01920000-0000-7000-8000-000000000003',
  digest: 'a'.repeat(64),
  event: 'ContentHandover',
  at: NOW.toISOString(),
  by: 'xa',
}

export async function targets(): Promise<readonly Target[]> {
  const memory = await memoryHub()
  await memory.changeParty('az-sms', (party) => ({ ...party, dialect: 'xml', endpoint: { ...party.endpoint, signature: 'wss' } }))
  const signer = (_: string, der?: Uint8Array) => memory.hub.directory().signerOf(_, der)
  const xml = sampleBytes('xa')
  const json = sampleBytes('xb')
  const signedXml = await memory.signed(letter('xa', 'readmission-application', NOW))
  const signedJson = await memory.signed(letter('xb', 'readmission-application', NOW))
  const soap = await signDocument('Message', xml, 'wss', keysOf('az-sms').signing, NOW, { to: 'https://hub.example/v1/soap' })
  const jose = await signDocument('Message', json, 'jws', keysOf('xb').signing, NOW)
  const read =
    (mediaType: MediaType, kind: 'Message' | 'Receipt' = 'Message') =>
    (bytes: Uint8Array) =>
      verifyDocument({ mediaType, bytes, signature: undefined }, { kind, root: undefined, from: 'partner' }, signer)
  const at = (party: PartyId, document: SignedDocument) => receive(memory.hub, memory.inbound(party, document))
  const tree = (bytes: Uint8Array) => {
    using document = parseXml(bytes)
    return [xmlTreeOf(document), canonicalXmlOf(document)]
  }
  const receipts = await Promise.all([
    signDocument('Receipt', receiptBytesOf(RECEIPT, 'xml'), 'xades', keysOf('xa').signing, NOW),
    signDocument('Receipt', receiptBytesOf(RECEIPT, 'xml'), 'wss', keysOf('xa').signing, NOW),
  ])
  const dialects = await loadDialects()
  const german = dialectNamed('de', dialects)
  const der = [keysOf('hub').signingCertificate.der, keysOf('xa').signingCertificate.der]
  return [
    { name: 'XML', seeds: [xml, signedXml.bytes], read: tree },
    { name: 'JSON', seeds: [json], read: parseJson },
    { name: 'XAdES', seeds: [signedXml.bytes], read: read('application/xml') },
    { name: 'SOAP with WS-Security', seeds: [soap.bytes], read: read('application/soap+xml') },
    { name: 'compact JWS', seeds: [jose.bytes], read: read('application/jose') },
    {
      name: 'detached JWS, its header',
      seeds: [Buffer.from(signedJson.signature ?? '')],
      read: (bytes) =>
        verifyDocument(
          { ...signedJson, signature: Buffer.from(bytes).toString('latin1') },
          { kind: 'Message', root: undefined, from: 'partner' },
          signer,
        ),
    },
    { name: 'X.509, of a signer', seeds: der, read: (bytes) => memory.hub.directory().signerOf('0'.repeat(64), bytes) },
    {
      name: 'X.509, from a proxy',
      seeds: der.map((one) => Buffer.from(`:${Buffer.from(one).toString('base64')}:`)),
      read: (bytes) =>
        callerOf(
          { 'client-cert': Buffer.from(bytes).toString('latin1') },
          keysOf('hub').peer,
          new Set([sha256Hex(keysOf('hub').peer.certificate)]),
        ),
    },
    {
      name: 'receipt of a party in XML',
      seeds: [(receipts[0] as SignedDocument).bytes],
      read: async (bytes) => readReceipt((await read('application/xml', 'Receipt')(bytes)).tree),
    },
    {
      name: 'receipt of a party in SOAP',
      seeds: [(receipts[1] as SignedDocument).bytes],
      read: async (bytes) => readReceipt((await read('application/soap+xml', 'Receipt')(bytes)).tree),
    },
    {
      name: 'names of files in a folder',
      seeds: [Buffer.from('01920000-0000-7000-8000-000000000001.message.xml')],
      read: (bytes) => namedFile(Buffer.from(bytes).toString()),
    },
    {
      name: 'checksums of files in a folder',
      seeds: [Buffer.from(`${'a'.repeat(64)}  one.xml\n`)],
      read: (bytes) => digestIn(Buffer.from(bytes).toString()),
    },
    {
      name: 'machine-readable zone',
      seeds: [Buffer.from('P<AZEMAMMADOV<<ILGAR<<<<<<<<<<<<<<<<<<<<<<<<\nC012345674AZE9001011M3001012<<<<<<<<<<<<<<04')],
      read: (bytes) => readMrz(Buffer.from(bytes).toString().split('\n'), '2026-11-22'),
    },
    {
      name: 'message in a national dialect',
      seeds: [german.bytesOf(letter('de', 'readmission-application', NOW))],
      read: (bytes) => {
        using document = parseXml(bytes)
        const root = { syntax: 'xml', root: xmlTreeOf(document) } as const
        return german.messageOf(root, german.headerOf(root, { nonce: () => 'A'.repeat(22) }))
      },
    },
    {
      name: 'evidence container',
      seeds: [(await COPIES['JSON, of the sender']?.()) ?? new Uint8Array()],
      read: (bytes) => judge(bytes, trustingIn([])),
    },
    { name: 'all of receive', seeds: [signedXml.bytes], read: (bytes) => at('xa', { ...signedXml, bytes }) },
    {
      name: 'all of receive, signed by a party that cheats',
      seeds: [json],
      read: async (bytes) => at('xb', await signDocument('Message', bytes, 'jades', keysOf('xb').signing, memory.clock.now())),
    },
  ]
}

const sampleBytes = (party: PartyId): Uint8Array =>
  dialectOf(party).bytesOf({
    ...letter(party, 'readmission-application', NOW),
    body: sampleOf('readmission-application', 'full').body,
  } as never)
