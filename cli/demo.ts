/** `korpu demo`: hub, development keys, partner systems, and cases flowing through. */
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { partyFiles } from '#certs/pki.ts'
import { usualDataFolder } from '#config'
import type { Step } from '#demo/cases.ts'
import { type Demo, logOf, startDemo } from '#demo/run.ts'
import { EXIT, failWith } from './output.ts'
import { askedToEnd } from './signals.ts'

const AFTER_FAILURE_MS = 5_000

interface Options {
  readonly once?: boolean
  readonly pace: number
  readonly data: string
  readonly port: number
  readonly opsPort: number
}

export function addTo(program: Command): void {
  program
    .command('demo')
    .description('a hub with three simulated partner systems and readmission cases flowing through')
    .option('--once', 'play one whole case and end: 0 only if every message was delivered and every receipt verified')
    .option('--pace <MS>', 'pause of an official before each move, in milliseconds', upTo(600_000), 1_500)
    .option('--data <FOLDER>', 'where the demo keeps its database and keys', join(usualDataFolder(), 'demo'))
    .option('--port <PORT>', 'port of the exchange API', upTo(65_535), 8443)
    .option('--ops-port <PORT>', 'port of health and metrics', upTo(65_535), 9090)
    .action(demo)
}

const upTo =
  (most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number > most) throw new InvalidArgumentError(`It must be a whole number up to ${most}.`)
    return number
  }

async function demo(options: Options): Promise<void> {
  const asked = askedToEnd()
  const dataDir = resolve(options.data)
  try {
    say('Starting the hub with its embedded database (the first start takes a few seconds) …')
    const running = await startDemo({
      dataDir,
      exchangePort: options.port,
      opsPort: options.opsPort,
      paceMs: options.once ? 0 : options.pace,
      onStep: (step) => say(lineOf(step)),
    })
    say(`\n${greetingOf(options, dataDir)}\n`)
    let yes: boolean
    try {
      yes = await outcomeOf(running, options, asked)
    } finally {
      if (!options.once) say('\nStopping …')
      quiet = true
      await running.stop()
    }
    process.exit(yes ? EXIT.done : EXIT.no)
  } catch (fault) {
    failWith(fault)
    process.exit(EXIT.couldNotRun)
  }
}

/** Throws when the hub ended by itself. Asked to end: the end of a demo without end is as good as any. */
function outcomeOf(running: Demo, { once: onlyOne }: Options, asked: Promise<void>): Promise<boolean> {
  const playing = onlyOne ? once(running) : endless(running)
  const died = running.hub.died.then((error) => Promise.reject(error))
  return Promise.race([playing, died, asked.then(() => onlyOne !== true)])
}

/** A case; false when it did not come to its end. */
async function once({ cases }: Demo): Promise<boolean> {
  const startedAt = performance.now()
  const steps = await cases.play()
  say(summaryOf(steps, performance.now() - startedAt))
  return steps.every((step) => step.failed === undefined)
}

async function endless(running: Demo): Promise<never> {
  // After a case that failed, a pause: what is wrong will not be better at once.
  for (;;) if (!(await once(running))) await sleep(AFTER_FAILURE_MS)
}

const TICK = '✓'

function lineOf({ conversationId, number, of, move, durationMs, receiptsOf, failed }: Step): string {
  const head = number === 1 ? `${new Date().toTimeString().slice(0, 8)}  case …${conversationId.slice(-6)}\n` : ''
  const way = `${move.by} → ${[move.to, ...(move.copyTo ?? [])].join(' + ')}`
  const end = failed === undefined ? ['hub', ...receiptsOf].map((party) => `${party} ${TICK}`).join('  ') : `FAILED: ${failed}`
  return `${head}  ${number}/${of}  ${way.padEnd(20)} ${move.send.padEnd(23)} ${Math.round(durationMs).toString().padStart(5)} ms  ${end}`
}

function summaryOf(steps: readonly Step[], durationMs: number): string {
  const failed = steps.some((step) => step.failed !== undefined)
  if (failed) return '  The case is NOT complete.\n'
  const receipts = steps.reduce((sum, step) => sum + step.receiptsOf.length, 0)
  const seconds = (durationMs / 1000).toFixed(1)
  return `  Complete in ${seconds} s: ${steps.length} messages accepted and delivered, ${steps.length} receipts of the hub and ${receipts} of recipients verified.\n`
}

function greetingOf({ once: onlyOne, port, opsPort }: Options, dataDir: string): string {
  const { tlsCert, tlsKey } = partyFiles(join(dataDir, 'pki'), 'de')
  const ca = join(dataDir, 'pki', 'ca.cert.pem')
  return [
    `The hub serves on https://localhost:${port}, health and metrics on http://localhost:${opsPort}.`,
    `Keys, party file and database are in ${dataDir}, the hub's log is ${logOf(dataDir)}.`,
    '',
    'Germany (national XML, XAdES) ⇄ State Migration Service (JSON, JAdES), copies to the Ministry of Foreign Affairs (mailbox).',
    `One line a message: who to whom, what, until all receipts were there, and whose receipts (${TICK} = signature verified).`,
    ...(onlyOne ? [] : ['', 'A case after the other; Ctrl-C ends it. Try in another terminal, as the system of Germany:', '']),
    ...(onlyOne
      ? []
      : [`  curl --cacert ${quoted(ca)} --cert ${quoted(tlsCert)} --key ${quoted(tlsKey)} https://localhost:${port}/v1/ping`]),
  ].join('\n')
}

/** For a shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/** Cases that the end of the demo cuts off are nothing to tell. */
let quiet = false

function say(line: string): void {
  if (!quiet) process.stdout.write(`${line}\n`)
}
