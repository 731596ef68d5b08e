/** A hub as its own process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { foreignEnvironment } from '#config'
import { PlainError } from '#core/plain-error.ts'

export interface HubProcess {
  /** Resolves when it serves; throws a `PlainError` with what it said when it does not. */
  start(): Promise<void>
  /** Resolves when the hub ended without being asked to. */
  readonly died: Promise<PlainError>
  /** SIGKILL, for tests; it can be started again. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Says something to the demo's own hub; resolves when it has answered. One at a time. */
  ask(what: object): Promise<void>
}

/** What node is to run. */
type Program = readonly string[]

const COMMAND = fileURLToPath(import.meta.resolve('#cli/korpu.js'))

const serve = (): Program => [COMMAND, 'serve']
/** The hub whose clock the demo shifts. */
export const demoHub = (shiftMs: number): Program => [fileURLToPath(import.meta.resolve('./hub.ts')), String(shiftMs)]

/** Its log goes to `logFile`, which it keeps open itself. */
export async function startHubProcess(
  environment: Readonly<Record<string, string>>,
  logFile: string,
  program: () => Program = serve,
): Promise<HubProcess> {
  let running: { readonly child: ChildProcess; readonly ended: Promise<PlainError> } | undefined
  let wanted = false
  let tell: (error: PlainError) => void = () => undefined
  const died = new Promise<PlainError>((resolve) => {
    tell = resolve
  })

  const start = async (): Promise<void> => {
    wanted = true
    const child = spawned(program(), { ...foreignEnvironment(), ...environment }, logFile)
    const ended = endOf(child, logFile)
    running = { child, ended }
    const serving = new Promise<undefined>((resolve) => child.once('message', () => resolve(undefined)))
    const refused = await Promise.race([ended, serving])
    if (refused) throw refused
    void ended.then((sentence) => {
      if (wanted && running?.child === child) tell(sentence)
    })
  }

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    wanted = false
    running?.child.kill(signal)
    await running?.ended
  }

  const ask = async (what: object): Promise<void> => {
    if (!running) return
    const { child, ended } = running
    if (!child.connected) throw await ended
    const answered = new Promise<undefined>((resolve) => child.once('message', () => resolve(undefined)))
    child.send(what)
    const gone = await Promise.race([ended, answered])
    if (gone) throw gone
  }

  await start()
  return { died, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), ask }
}

/**
 * Not in the process group of the terminal: Ctrl-C is for the demo, which ends its hub in order. The channel tells it when the demo was killed:
 * then it ends by itself.
 */
function spawned(program: Program, env: Readonly<Record<string, string | undefined>>, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  try {
    return spawn(process.execPath, program, { env, detached: true, stdio: ['ignore', log, 'pipe', 'ipc'] })
  } finally {
    closeSync(log)
  }
}

/** Resolves when the process is gone, with its last words. */
async function endOf(child: ChildProcess, logFile: string): Promise<PlainError> {
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const said = child.stderr ? await text(child.stderr) : ''
  await gone
  const [sentence = 'The hub ended.', hint = `Its log is ${logFile}.`] = said.trim().split('\n').filter(Boolean)
  return new PlainError(sentence, hint)
}
