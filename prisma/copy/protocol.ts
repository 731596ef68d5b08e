/** COPY as PostgreSQL speaks it, in both directions; pg has no words of its own for it. Nobody ever holds more than a few rows. */
import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { Client, Connection } from 'pg'

/** What pg hands the messages of a running statement to. */
interface Running {
  submit(connection: Connection): void
  handleError(fault: Error): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
  handleCopyData?(message: { readonly chunk: Uint8Array }): void
  handleCopyInResponse?(connection: CopyingConnection): void
}

interface CopyingConnection extends Connection {
  sendCopyFromChunk(chunk: Uint8Array): void
  sendCopyFail(reason: string): void
  endCopyFrom(): void
}

/** The rows of a `COPY … TO STDOUT`. In text format each is a line, and line breaks stand in none. */
export function copyOut(client: Client, sql: string): Readable {
  let connection: Connection | undefined
  const goOn = (): void => void connection?.stream.resume()
  const rows = new Readable({ read: goOn })
  // Whoever lets go early, or takes the last rows at leisure, must not leave the connection standing still.
  rows.once('close', goOn)
  const running: Running = {
    submit(opened) {
      connection = opened
      connection.query(sql)
    },
    // What pg hands over is a view of what it read last.
    handleCopyData: ({ chunk }) => void (rows.push(Buffer.from(chunk)) || connection?.stream.pause()),
    handleError: (fault) => void rows.destroy(fault),
    handleCommandComplete: () => undefined,
    handleReadyForQuery() {
      rows.push(null)
      goOn()
    },
  }
  client.query(running)
  return rows
}

/** Feeds a `COPY … FROM STDIN`. */
export function copyIn(client: Client, sql: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: unknown
    const feed = async (connection: CopyingConnection): Promise<void> => {
      try {
        for await (const chunk of rows) {
          if (failure) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain) await room(connection)
        }
        connection.endCopyFrom()
      } catch (fault) {
        failure = fault
        connection.sendCopyFail('the source of the rows failed')
      }
    }
    const running: Running = {
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: (connection) => void feed(connection),
      handleError: (fault) => {
        failure ??= fault
        reject(failure)
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
    }
    client.query(running)
  })
}

/** Until more can be written; a connection that breaks has room for everything. */
async function room({ stream }: Connection): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]).finally(() => over.abort())
}
