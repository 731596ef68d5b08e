/** Binaries beside messages, in and out as streams. */
import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { hubError } from '#core/errors.ts'
import type { Admission } from '#core/flow/admission.ts'
import { fetchAttachment } from '#core/flow/attachments.ts'
import { senderOf } from '#core/flow/proof.ts'
import { type AttachmentLimits, upload } from '#core/flow/upload.ts'
import type { Hub } from '#core/hub.ts'
import { onlyMethods } from './method.ts'
import type { ExchangeEnv } from './request.ts'

/** What one upload holds at a time, however large it is. */
const UPLOAD_BYTES = 2 ** 20

const DIGEST = /^[0-9a-f]{64}$/

export function attachmentRoutes(hub: Hub, door: Admission, limits: AttachmentLimits): Hono<ExchangeEnv> {
  const app = new Hono<ExchangeEnv>()

  app.put('/attachments/:digest', async (c) => {
    const { incoming } = c.env
    const { headers } = incoming
    if (headers['content-encoding'] !== undefined)
      throw hubError('MEDIA_TYPE', { detail: 'Attachments are sent as they are, not encoded.' })
    using _room = await door.room.enter(senderOf(hub, { peer: c.get('peer') }).id, UPLOAD_BYTES)
    const size = headers['content-length']
    await upload(
      hub,
      {
        peer: c.get('peer'),
        requestId: c.get('requestId'),
        digest: digestOf(c.req.param('digest')),
        size: size === undefined ? undefined : Number(size),
        mediaType: headers['content-type']?.split(';')[0]?.trim().toLowerCase(),
        bytes: piecesOf(incoming),
      },
      limits,
    )
    return c.body(null, 204)
  })

  app.get('/attachments/:digest', async (c) => {
    const { size, mediaType, chunks } = await fetchAttachment(hub, { peer: c.get('peer'), digest: digestOf(c.req.param('digest')) })
    return new Response(ReadableStream.from(chunks) as ReadableStream<Uint8Array>, {
      headers: { 'content-type': mediaType, 'content-length': String(size), 'x-content-type-options': 'nosniff' },
    })
  })
  onlyMethods(app, '/attachments/:digest', 'GET, PUT')
  return app
}

function digestOf(text: string): string {
  if (!DIGEST.test(text)) throw hubError('NOT_FOUND')
  return text
}

/** Left open where reading stops, so that the client can read why. */
async function* piecesOf(incoming: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* incoming.iterator({ destroyOnReturn: false })
  } catch (cause) {
    throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The connection ended before the attachment did.', cause })
  }
}
