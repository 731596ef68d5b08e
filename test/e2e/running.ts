/** The real command as a process that goes on: what it says, how it ends, and what it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foreignEnvironment } from '#config'

export const ENTRY = fileURLToPath(import.meta.resolve('#cli/korpu.js'))

export interface Running {
  readonly pid: number
  readonly out: () => string
  readonly err: () => string
  /** Resolves with the match when either stream has said it; throws when the process ends before. */
  readonly said: (what: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<number | null>
  /** Sends a signal; answers with the exit code and how long the end took. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<{ readonly code: number | null; readonly tookMs: number }>
}

export interface RunningOptions {
  /** Settings; none of the surrounding ones are passed on. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly uid?: number
}

const started: ChildProcess[] = []
const folders: string[] = []

export function startKorpu(args: readonly string[], { env = {}, cwd = '/', uid }: RunningOptions = {}): Running {
  const account = uid === undefined ? {} : { uid, gid: uid }
  const child = spawn(process.execPath, [ENTRY, ...args], {
    ...account,
    cwd,
    env: { ...foreignEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const said = async (what: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = what.exec(out) ?? what.exec(err)
      if (found) return found
      const over = await Promise.race([ended.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), 20))])
      if (over && !what.test(out + err)) throw new Error(`it ended without saying ${what}; it said: ${out}${err}`)
    }
  }
  const end: Running['end'] = async (signal) => {
    const askedAt = performance.now()
    child.kill(signal)
    return { code: await ended, tookMs: performance.now() - askedAt }
  }
  return { pid: child.pid ?? 0, out: () => out, err: () => err, said, ended, end }
}

/** Runs to its end. */
export async function ranKorpu(
  args: readonly string[],
  options: RunningOptions = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { ended, out, err } = startKorpu(args, options)
  return { code: await ended, out: out(), err: err() }
}

/** A new name for a data folder; not made, as on a fresh machine. */
export function newFolder(): string {
  const folder = join(tmpdir(), `korpu-e2e-${randomUUID()}`)
  folders.push(folder)
  return folder
}

/** After each test: ends in order what a failed one left running, so that no database stays behind, and removes the folders. */
export async function cleanUp(): Promise<void> {
  const running = started.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  await Promise.all(
    running.map((child) => {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      return gone
    }),
  )
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
