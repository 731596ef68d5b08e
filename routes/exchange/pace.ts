/**
 * A request must keep coming. Node's own limit is for the whole of it, which lets go of a large scan on a slow line as it does of a client that drips bytes
 * to hold a connection; here what has arrived earns time for the rest.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

export interface Pace {
  /** What every request may take, however small. */
  readonly requestMs: number
  /** Slower than this, on the average and beyond `requestMs`, is let go. */
  readonly leastBytesPerS: number
}

interface Arriving {
  readonly outgoing: ServerResponse
  readonly startedAt: number
  /** Bytes that the connection had read before. */
  readonly before: number
}

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/** Looks every `lookMs`, until the server is closed. Whoever reads the body sees it break off. */
export function keepPace(server: Server, { requestMs, leastBytesPerS }: Pace, lookMs: number): void {
  const arriving = new Map<IncomingMessage, Arriving>()
  server.prependListener('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    arriving.set(incoming, { outgoing, startedAt: performance.now(), before: incoming.socket.bytesRead })
  })
  const looking = setInterval(() => {
    for (const [incoming, { outgoing, startedAt, before }] of arriving) {
      const { socket, complete } = incoming
      const earnedMs = ((socket.bytesRead - before) * 1000) / leastBytesPerS
      if (!complete && !socket.destroyed && performance.now() - startedAt <= requestMs + earnedMs) continue
      arriving.delete(incoming)
      if (complete || socket.destroyed) continue
      if (!outgoing.headersSent) socket.write(TOO_SLOW)
      socket.destroySoon()
    }
  }, lookMs)
  server.once('close', () => clearInterval(looking))
}
