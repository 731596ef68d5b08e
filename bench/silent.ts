/** `xc`: connections to it are taken and nothing ever comes back, until it is told to answer. */
import { connect, createServer, type Socket } from 'node:net'
import type { Syntax } from '#core/message.ts'
import { shiftedClock } from '#demo/clock.ts'
import { createPartner, type Draft } from '#demo/partner.ts'
import { openDoor } from '#demo/pushed.ts'
import { DIALECT, hubFingerprint, keysOf, messageOf, PROFILE, signerOf } from './world.ts'

export interface Silent {
  readonly url: string
  /** In the order of taking. */
  readonly taken: readonly { readonly messageId: string; readonly conversationId: string }[]
  /** Something to send to it. */
  draft(): Draft
  answer(): void
  close(): Promise<void>
}

const SMALL_BYTES = 1_024

export async function openSilent(pki: string, syntax: Syntax): Promise<Silent> {
  const { tls, signing } = keysOf(pki, 'xc')
  const taken: { readonly messageId: string; readonly conversationId: string }[] = []
  const partner = createPartner({
    party: 'xc',
    dialect: DIALECT[syntax],
    signature: PROFILE[syntax],
    key: signing,
    hubSigner: signerOf(pki, 'hub'),
    client: { submit: () => Promise.reject(new Error('xc sends nothing')) },
    clock: shiftedClock(),
    onMessage: ({ header: { messageId, conversationId } }) => taken.push({ messageId, conversationId }),
  })
  const door = await openDoor(partner, { tls, hubFingerprint: hubFingerprint(pki), receipts: 'sync', handIn: async () => undefined })
  const port = Number(new URL(door.url).port)
  const held = new Set<Socket>()
  let answers = false
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (!answers) return void held.add(socket.resume())
    const inner = connect(port, '127.0.0.1').on('error', () => socket.destroy())
    socket.pipe(inner).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `https://localhost:${typeof address === 'object' ? address?.port : ''}/inbox`,
    taken,
    draft: () => {
      const { header, body } = messageOf(syntax, SMALL_BYTES)
      return { type: header.type, to: 'xc', conversationId: header.conversationId, messageId: header.messageId, body }
    },
    answer: () => {
      answers = true
      for (const socket of held) socket.destroy()
    },
    close: async () => {
      server.close()
      for (const socket of held) socket.destroy()
      await door.close()
    },
  }
}
