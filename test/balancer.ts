/** What stands before several hubs: passes TCP connections on to one that listens, in turn. TLS stays between partner and hub. */
import { connect, createServer, type Socket } from 'node:net'

export interface Balancer {
  readonly port: number
  close(): Promise<void>
}

export async function startBalancer(port: number, backends: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    keep(client)
    tryBackend(client, backends.length)
  })
  function tryBackend(client: Socket, left: number): void {
    const backend = connect(backends[turn++ % backends.length] ?? 0, '127.0.0.1')
    keep(backend)
    const next = (): void => (left > 1 ? tryBackend(client, left - 1) : void client.destroy())
    backend.once('error', next)
    backend.once('connect', () => {
      backend.off('error', next).once('close', () => client.destroy())
      client.once('close', () => backend.destroy())
      client.pipe(backend).pipe(client)
    })
  }
  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
