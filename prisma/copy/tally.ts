/** How many rows there are, and what they hash to: equal on both sides means that nothing was lost and nothing changed. */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { copyOut } from './protocol.ts'
import { readingOf, type Table } from './tables.ts'

export interface Tally {
  readonly rows: number
  /** SHA-256 of the rows as `COPY` writes them, in the order of their keys; lower-case hex. */
  readonly sha256: string
}

export interface Counting {
  /** The same chunks, counted. */
  readonly of: (rows: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>
  /** Once all have passed. */
  readonly tally: () => Tally
}

const LINE_END = 10

export function counting(): Counting {
  const hash = createHash('sha256')
  let rows = 0
  return {
    async *of(source) {
      for await (const chunk of source) {
        hash.update(chunk)
        for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) rows++
        yield chunk
      }
    },
    tally: () => ({ rows, sha256: hash.digest('hex') }),
  }
}

export async function tallyOf(client: Client, table: Table, where?: string): Promise<Tally> {
  return drained(copyOut(client, readingOf(table, where)))
}

export async function drained(rows: AsyncIterable<Uint8Array>): Promise<Tally> {
  const counted = counting()
  for await (const _ of counted.of(rows));
  return counted.tally()
}

export const sameTally = (one: Tally | undefined, other: Tally | undefined): boolean =>
  one !== undefined && other !== undefined && one.rows === other.rows && one.sha256 === other.sha256
