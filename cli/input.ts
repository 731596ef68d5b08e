/** What the commands are given: files, standard input, times. */
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { PlainError } from '#core/plain-error.ts'

/** Help text of the argument that every command on a document has. */
export const FILE = 'the document; - reads standard input'

/** The bytes of a file, or of standard input for `-`. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch (cause) {
    throw new PlainError(`${file} cannot be read.`, 'Check that the file exists and that this user may read it.', cause)
  }
}

/** The value of a `JWS-Signature` header from a file. */
export async function readSignature(file: string | undefined): Promise<string | undefined> {
  return file === undefined
    ? undefined
    : Buffer.from(await readInput(file))
        .toString('latin1')
        .trim()
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/

/** A UTC time as in the messages; now when none is given. */
export function timeOf(text: string | undefined): Date {
  if (text === undefined) return new Date()
  const time = new Date(text)
  if (TIME.test(text) && !Number.isNaN(time.getTime())) return time
  throw new PlainError('The time cannot be read.', 'Write it in UTC, for example 2026-11-21T10:00:00Z.')
}
