/** `korpu demo`: hub, development keys, partner systems, and cases flowing through. */
import { join } from 'node:path'
import type { Command } from 'commander'
import { usualDataFolder } from '#config'
import type { Step } from '#demo/cases.ts'
import { type Demo, startDemo } from '#demo/run.ts'
import { EXIT, failWith } from './output.ts'

interface Options {
  readonly once?: boolean
  readonly pace: string
  readonly data: string
  readonly port: string
  readonly opsPort: string
}

export function addTo(program: Command): void {
  program
    .command('demo')
    .description('a hub with three simulated partner systems and readmission cases flowing through')
    .option('--once', 'play one whole case and end: 0 only if every message was delivered and every receipt verified')
    .option('--pace <MS>', 'pause of an official before each move, in milliseconds', '1500')
    .option('--data <FOLDER>', 'where the demo keeps its database and keys', join(usualDataFolder(), 'demo'))
    .option('--port <PORT>', 'port of the exchange API', '8443')
    .option('--ops-port <PORT>', 'port of health and metrics', '9090')
    .action(demo)
}

async function demo(options: Options): Promise<void> {
  let running: Demo | undefined
  try {
    say('Starting the hub with its embedded database (the first start takes a few seconds) …')
    running = await startDemo({
      dataDir: options.data,
      exchangePort: Number(options.port),
      opsPort: Number(options.opsPort),
      paceMs: options.once ? 0 : Number(options.pace),
      onStep: (step) => say(lineOf(step)),
    })
    say(`The hub serves on https://localhost:${options.port}; health on http://localhost:${options.opsPort}/health/ready.`)
    say(`Keys, party file, log and database are in ${options.data}.`)
    say('Germany (national XML, XAdES) ⇄ State Migration Service (JSON, JAdES), copies to the Ministry of Foreign Affairs (mailbox).\n')
    const yes = options.once ? await once(running) : await endless(running)
    await running.stop()
    process.exit(yes ? EXIT.done : EXIT.no)
  } catch (fault) {
    await running?.stop().catch(() => undefined)
    failWith(fault)
    process.exit(EXIT.couldNotRun)
  }
}

async function once({ cases, hub }: Demo): Promise<boolean> {
  const steps = await Promise.race([cases.play(), hub.died.then((error) => Promise.reject(error))])
  const failed = steps.filter((step) => step.failed !== undefined)
  const receipts = steps.reduce((sum, step) => sum + step.receiptsOf.length, 0)
  say(
    failed.length === 0
      ? `\nThe case is complete: ${steps.length} messages accepted and delivered, ${steps.length} receipts of the hub and ${receipts} receipts of recipients verified.`
      : '\nThe case is not complete.',
  )
  return failed.length === 0
}

/** A case after the other until Ctrl-C; resolves with true. */
async function endless({ cases, hub }: Demo): Promise<boolean> {
  say('A case after the other; Ctrl-C ends it.\n')
  let stopped = false
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  }).then(() => {
    stopped = true
  })
  const died = hub.died.then((error) => Promise.reject(error))
  while (!stopped) await Promise.race([cases.play(), asked, died])
  say('\nStopping …')
  return true
}

const TICK = '✓'

function lineOf({ conversationId, number, of, move, durationMs, receiptsOf, failed }: Step): string {
  const time = new Date().toTimeString().slice(0, 8)
  const way = `${move.by} → ${[move.to, ...(move.copyTo ?? [])].join(' + ')}`
  const end =
    failed === undefined
      ? `delivered, receipts ${['hub', ...receiptsOf].map((party) => `${party} ${TICK}`).join(' ')}`
      : `FAILED: ${failed}`
  return `${time}  case …${conversationId.slice(-6)}  ${number}/${of}  ${way.padEnd(22)} ${move.send.padEnd(24)} ${end}  (${Math.round(durationMs)} ms)`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
