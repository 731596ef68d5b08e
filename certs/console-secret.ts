/** The key that seals second factors of the console: as set, or one that is made once and kept in the data folder. */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from '#core/plain-error.ts'

const BYTES = 32

/** @param given 32 bytes in base64 */
export function consoleSecret(given: string | undefined, dataDir: string): Uint8Array {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dataDir, 'console.key')
  const made = randomBytes(BYTES)
  try {
    writeFileSync(file, `${made.toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
    return made
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
  const kept = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (kept.length === BYTES) return kept
  throw new PlainError(
    'The key of the console in the data folder is not whole.',
    'Bring back console.key from a backup, or set KORPU_CONSOLE_SECRET.',
  )
}
