/** A message that the hub delivered, proven, and what its recipient states about it. */
import { randomUUID } from 'node:crypto'
import { sha256 } from './signature.js'

export function deliveryOf({ party, sign, handIn }, { deliveryId, bytes, signature }) {
  const message = JSON.parse(bytes)

  const stated = (event, more = {}) => {
    const receipt = {
      receiptId: randomUUID(),
      messageId: message.header.messageId,
      conversationId: message.header.conversationId,
      deliveryId,
      digest: sha256(bytes),
      signatureDigest: sha256(Buffer.from(signature)),
      contentDigest: message.header.contentDigest,
      event,
      at: new Date().toISOString(),
      by: party,
      ...more,
    }
    const said = Buffer.from(JSON.stringify(receipt))
    return { receipt, bytes: said, signature: sign('korpu-receipt', said) }
  }

  const handedIn = async (statement, options) => {
    await handIn(statement, options)
    return statement
  }

  return {
    deliveryId,
    message,
    bytes,
    signature,
    receipt: () => stated('ContentHandover'),
    accept: (options) => handedIn(stated('ContentHandover'), options),
    refuse: (code, options) => handedIn(stated('ConsignmentRejection', { reason: { code } }), options),
  }
}
