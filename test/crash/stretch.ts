/** A stretch of network that can be cut, slowed and silenced: TCP to whoever is there of those behind it. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type NetConnectOpts, connect as open, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'

export type State = 'well' | 'cut' | 'slow' | 'silent'

export interface Stretch {
  readonly port: number
  /** `cut` ends what is open and lets nothing in; `slow` delays every piece; `silent` passes nothing on and ends nothing. */
  become(state: State): void
  /** Ends what is open, once. */
  drop(): void
  close(): Promise<void>
}

const DELAY_MS = 150
const LOOK_MS = 25

/** Those behind it are tried in turn, so that it spreads the load over several, and goes past one that is down. */
export async function openStretch(behind: readonly NetConnectOpts[]): Promise<Stretch> {
  let state: State = 'well'
  let turn = 0
  const sockets = new Set<Socket>()

  async function* held(from: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of from) {
      if (state === 'slow') await sleep(DELAY_MS)
      while (state === 'silent') await sleep(LOOK_MS)
      yield piece
    }
  }

  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }

  const reach = async (): Promise<Socket | undefined> => {
    turn++
    for (const [index] of behind.entries()) {
      const to = behind[(turn + index) % behind.length]
      const socket = to && keep(open(to))
      const reached = await once(socket as Socket, 'connect').then(
        () => true,
        () => false,
      )
      if (reached) return socket
    }
    return undefined
  }

  const server = createServer({ pauseOnConnect: true }, (client) => {
    keep(client)
    void (async () => {
      const far = state === 'cut' ? undefined : await reach()
      if (!far) return client.destroy()
      client.resume()
      await Promise.all([pipeline(client, held, far), pipeline(far, held, client)])
      return client
    })().catch(() => client.destroy())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))

  const drop = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    become(next) {
      state = next
      if (next === 'cut') drop()
    },
    drop,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      drop()
      await closed
    },
  }
}
