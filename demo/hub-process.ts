/** The hub of the demo, as its own process: exactly what `korpu serve` is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PlainError } from '#core/plain-error.ts'

export interface HubProcess {
  /** For tests: kills with SIGKILL and starts again. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Resolves when the hub ended without being asked to. */
  readonly died: Promise<PlainError>
  stop(): Promise<void>
}

const COMMAND = fileURLToPath(import.meta.resolve('#cli/korpu.js'))
const START_MS = 90_000
const LOOK_MS = 100

export async function startHubProcess(
  environment: Readonly<Record<string, string>>,
  opsPort: number,
  logFile: string,
): Promise<HubProcess> {
  let child: ChildProcess | undefined
  let wanted = false
  let tell: (error: PlainError) => void = () => undefined
  const died = new Promise<PlainError>((resolve) => {
    tell = resolve
  })

  const start = async (): Promise<void> => {
    wanted = true
    let said = ''
    const running = spawn(process.execPath, [COMMAND, 'serve'], { env: { ...inherited(), ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    child = running
    running.stdout?.pipe(createWriteStream(logFile, { flags: 'a', mode: 0o600 }))
    running.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const ended = new Promise<PlainError>((resolve) => {
      running.once('exit', () => {
        const [sentence = 'The hub ended.', hint = `Its log is ${logFile}.`] = said.trim().split('\n').filter(Boolean)
        resolve(new PlainError(sentence, hint))
        if (wanted && child === running) tell(new PlainError(sentence, hint))
      })
    })
    const refused = await Promise.race([ended, ready(opsPort).then(() => undefined)])
    if (refused) throw refused
  }

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    wanted = false
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }

  await start()
  return { died, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Settings of the surrounding shell are not the demo's. */
function inherited(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KORPU_') && name !== 'DATABASE_URL' && name !== 'AMQP_URL'))
}

async function ready(port: number): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/health/ready`)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
  throw new PlainError('The hub did not become ready.', 'Look into its log.')
}
