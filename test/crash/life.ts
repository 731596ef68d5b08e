/** One life of a hub process: it is started, serves, and is killed, or kills itself at an await. */
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { foreignEnvironment } from '#config'
import type { Await } from './awaits.ts'

/** Dies when it comes to `at` for the `number`-th time. */
export interface Deadly {
  readonly at: Await
  readonly number: number
}

export interface Life {
  /** Resolves when it serves; never where it ends before. */
  readonly serving: Promise<void>
  /** Its last words: none from one that was killed, or killed itself. */
  readonly ended: Promise<string>
  kill(): Promise<void>
  /** In order. */
  stop(): Promise<void>
}

const PROGRAM = fileURLToPath(import.meta.resolve('./hub.ts'))

export function beginLife(environment: Readonly<Record<string, string>>, logFile: string, deadly?: Deadly): Life {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(process.execPath, [PROGRAM, ...(deadly ? [deadly.at, String(deadly.number)] : [])], {
    env: { ...foreignEnvironment(), ...environment },
    detached: true,
    stdio: ['ignore', log, 'pipe', 'ipc'],
  })
  closeSync(log)
  child.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const said = child.stderr ? text(child.stderr) : Promise.resolve('')
  const ended = gone.then(async () => (child.signalCode === 'SIGKILL' ? '' : (await said).trim() || `it ended with ${child.exitCode}`))
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return {
    serving: new Promise((resolve) => void child.once('message', () => resolve())),
    ended,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
