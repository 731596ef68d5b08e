/** The door of a partner that is pushed to: HTTPS where only the hub's client certificate is let in. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { isMediaType, type SignedDocument } from '#core/message.ts'
import type { Partner } from './partner.ts'

export interface Door {
  readonly url: string
  close(): Promise<void>
}

export interface DoorSettings {
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  /** SHA-256 fingerprint of the hub's TLS certificate as node prints it. */
  readonly hubFingerprint: string
  /** `sync`: the receipt is the answer. `async`: 202 now, the receipt later by `handIn`. */
  readonly receipts: 'sync' | 'async'
  readonly handIn: (receipt: SignedDocument) => Promise<void>
}

export async function openDoor(partner: Partner, settings: DoorSettings): Promise<Door> {
  const server = createServer({ ...settings.tls, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    void answer().catch(() => (response.headersSent ? response.end() : response.writeHead(500).end()))

    async function answer(): Promise<void> {
      const peer = (request.socket as TLSSocket).getPeerX509Certificate()
      if (peer?.fingerprint256 !== settings.hubFingerprint) return void response.writeHead(403).end()
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const mediaType = request.headers['content-type']
      const deliveryId = /^"([0-9a-f-]{36})"$/.exec(String(request.headers['idempotency-key']))?.[1]
      if (!isMediaType(mediaType) || deliveryId === undefined) return void response.writeHead(400).end()
      const signature = request.headers['jws-signature']
      const document = { mediaType, bytes: Buffer.concat(chunks), signature: typeof signature === 'string' ? signature : undefined }
      const receipt = await partner.take(deliveryId, document)
      if (settings.receipts === 'async') {
        response.writeHead(202).end()
        await settings.handIn(receipt)
      } else {
        const detached = receipt.signature === undefined ? {} : { 'jws-signature': receipt.signature }
        response.writeHead(200, { 'content-type': receipt.mediaType, ...detached }).end(receipt.bytes)
      }
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/inbox`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
