/** Runs the real command as a process of its own. */
import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const ENTRY = fileURLToPath(import.meta.resolve('#cli/korpu.js'))

export interface Ended {
  readonly code: number | null
  readonly out: Buffer
  readonly err: string
}

export function korpu(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const child = spawn(process.execPath, [ENTRY, ...args])
  // A command may end without reading what it is given.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  return Promise.all([ended, buffer(child.stdout), text(child.stderr)]).then(([code, out, err]) => ({ code, out, err }))
}
