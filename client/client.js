/** What a back office does with a hub. */
import { randomBytes, randomUUID } from 'node:crypto'
import { deliveryOf } from './delivery.js'
import { KorpuProblem, UnprovenAnswer } from './faults.js'
import { caller } from './http.js'
import { sha256, signer, verifier } from './signature.js'

const WAIT_S = 30
const PAUSE_MS = 1_000
const SIGNED = { 'content-type': 'application/json', accept: 'application/json, application/problem+json' }

export function connect(settings) {
  const { party } = settings
  const sign = signer(settings.signing)
  const verify = verifier(settings.hubCertificates)
  const { call, close } = caller(settings, verify)

  const post = (path, body, signature, signal) => call('POST', path, { body, headers: { ...SIGNED, 'jws-signature': signature }, signal })
  const proven = (kind, { bytes, headers }) => {
    verify(kind, bytes, headers['jws-signature'])
    return JSON.parse(bytes)
  }
  const read = async (path, signal) => JSON.parse((await call('GET', path, { signal })).bytes)
  const handIn = async ({ bytes, signature }, { signal } = {}) => void (await post('/v1/receipts', bytes, signature, signal))
  const open = (deliveryId, bytes, signature) => {
    verify('korpu-message', bytes, signature)
    return deliveryOf({ party, sign, handIn }, { deliveryId, bytes, signature })
  }

  const message = ({ type, to, body, ...header }) => ({
    header: {
      messageId: randomUUID(),
      conversationId: randomUUID(),
      from: party,
      to,
      type,
      version: '1.0',
      createdAt: new Date().toISOString(),
      nonce: randomBytes(16).toString('base64url'),
      ...header,
    },
    body,
  })

  const signed = (what) => {
    const bytes = Buffer.from(JSON.stringify(what))
    return { bytes, signature: sign('korpu-message', bytes) }
  }

  const submit = async ({ bytes, signature }, { signal } = {}) => {
    const answer = await post('/v1/messages', bytes, signature, signal)
    const receipt = proven('korpu-receipt', answer)
    const isOurs =
      receipt.by === 'hub' &&
      receipt.event === 'SubmissionAcceptance' &&
      receipt.digest === sha256(bytes) &&
      receipt.signatureDigest === sha256(Buffer.from(signature))
    if (!isOurs) throw new UnprovenAnswer('the receipt is about something else')
    return { receipt, bytes, signature, receiptBytes: answer.bytes, receiptSignature: answer.headers['jws-signature'] }
  }

  const test = async (what, { signal } = {}) => {
    const { bytes, signature } = signed(what)
    return proven('korpu-test-report', await post('/v1/test', bytes, signature, signal))
  }

  const lease = async (deliveryId, signal) => {
    try {
      const { bytes, headers } = await call('POST', `/v1/mailbox/${deliveryId}/lease`, { signal })
      return open(deliveryId, bytes, headers['jws-signature'])
    } catch (fault) {
      // Another process of ours has it, or it was settled meanwhile.
      if (fault instanceof KorpuProblem && (fault.status === 409 || fault.status === 410)) return undefined
      throw fault
    }
  }

  async function* deliveries({ signal } = {}) {
    while (!signal?.aborted) {
      const { deliveries: waiting } = await read(`/v1/mailbox?wait=${WAIT_S}`, signal)
      const free = waiting.filter(({ leasedUntil }) => leasedUntil === undefined)
      for (const { deliveryId } of free) {
        const delivery = await lease(deliveryId, signal)
        if (delivery) yield delivery
      }
      if (free.length === 0 && waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }

  const upload = async (bytes, mediaType, { signal } = {}) => {
    const digest = sha256(bytes)
    await call('PUT', `/v1/attachments/${digest}`, { body: bytes, headers: { 'content-type': mediaType }, signal })
    return { digest, size: bytes.length, mediaType }
  }

  const fetchAttachment = async (digest, { signal } = {}) => {
    const { bytes } = await call('GET', `/v1/attachments/${digest}`, { signal })
    if (sha256(bytes) !== digest) throw new UnprovenAnswer('the attachment has other bytes')
    return bytes
  }

  return {
    message,
    signed,
    submit,
    send: (what, options) => submit(signed(what), options),
    test,
    deliveries,
    open,
    handIn,
    upload,
    fetchAttachment,
    ping: ({ signal } = {}) => read('/v1/ping', signal),
    status: (messageId, { signal } = {}) => read(`/v1/messages/${messageId}`, signal),
    evidence: async (messageId, { signal } = {}) => (await call('GET', `/v1/messages/${messageId}/evidence`, { signal })).bytes,
    close,
  }
}
