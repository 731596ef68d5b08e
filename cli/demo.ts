/** `korpu demo`: hub, development keys, partner systems, and cases flowing through. */
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { partyFiles } from '#certs/pki.ts'
import { usualDataFolder } from '#config'
import { addOperators, linkOf, type Operator } from '#demo/operators.ts'
import { type Demo, logOf, startDemo } from '#demo/run.ts'
import { normal, STORIES } from '#demo/stories.ts'
import type { Story } from '#demo/story.ts'
import { headOf, lineOf, pauseOf, summaryOf, TICK } from './demo-lines.ts'
import { EXIT, failWith } from './output.ts'
import { askedToEnd } from './signals.ts'

const AFTER_FAILURE_MS = 5_000

const ALL = 'all'

interface Options {
  readonly once?: boolean
  readonly story?: string
  readonly pace: number
  readonly data: string
  readonly port: number
  readonly opsPort: number
  readonly consolePort: number
}

export function addTo(program: Command): void {
  program
    .command('demo')
    .description('a hub with simulated partner systems, and the stories of readmission cases flowing through')
    .option('--once', 'play once and end: 0 only if every message was delivered and every receipt verified')
    .addOption(
      new Option('--story <NAME>', 'which story; all of them in turn when left out, with --once the normal case').choices([
        ...STORIES.map(({ name }) => name),
        ALL,
      ]),
    )
    .addHelpText('after', `\nStories:\n${STORIES.map(({ name, title }) => `  ${name.padEnd(17)}${title}`).join('\n')}`)
    .option('--pace <MS>', 'pause of an official before each move, in milliseconds', upTo(600_000), 1_500)
    .option('--data <FOLDER>', 'where the demo keeps its database and keys', join(usualDataFolder(), 'demo'))
    .option('--port <PORT>', 'port of the exchange API', upTo(65_535), 8443)
    .option('--ops-port <PORT>', 'port of health and metrics', upTo(65_535), 9090)
    .option('--console-port <PORT>', 'port of the console', upTo(65_535), 8080)
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
      consolePort: options.consolePort,
      paceMs: options.once ? 0 : options.pace,
      onCase: (story, conversationId) => say(headOf(story, conversationId)),
      onPause: (row) => say(pauseOf(row)),
      onStep: (step) => say(lineOf(step)),
    })
    say(`\n${greetingOf(options, dataDir)}\n`)
    if (!options.once) say(`${consoleOf(options, await addOperators(dataDir, undefined))}\n`)
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
function outcomeOf(running: Demo, options: Options, asked: Promise<void>): Promise<boolean> {
  const stories = storiesOf(options)
  const playing = options.once ? once(running, stories) : endless(running, stories)
  const died = running.hub.died.then((error) => Promise.reject(error))
  return Promise.race([playing, died, asked.then(() => options.once !== true)])
}

function storiesOf({ story, once: onlyOnce }: Options): readonly Story[] {
  if (story === undefined) return onlyOnce ? [normal] : STORIES
  return story === ALL ? STORIES : STORIES.filter(({ name }) => name === story)
}

/** Each story after the other; false when one of them did not come to its end. */
async function once(running: Demo, stories: readonly Story[]): Promise<boolean> {
  const held: Story[] = []
  for (const story of stories) if (await play(running, story)) held.push(story)
  if (stories.length > 1) say(`${held.length} of ${stories.length} stories held.`)
  return held.length === stories.length
}

async function endless(running: Demo, stories: readonly Story[]): Promise<never> {
  // After a case that failed, a pause: what is wrong will not be better at once.
  for (;;) for (const story of stories) if (!(await play(running, story))) await sleep(AFTER_FAILURE_MS)
}

/** A case; false when it did not come to its end. */
async function play({ cases }: Demo, story: Story): Promise<boolean> {
  const startedAt = performance.now()
  const steps = await cases.play(story)
  say(summaryOf(steps, performance.now() - startedAt))
  return steps.every((step) => step.failed === undefined)
}

function greetingOf({ once: onlyOne, port, opsPort }: Options, dataDir: string): string {
  const { tlsCert, tlsKey } = partyFiles(join(dataDir, 'pki'), 'de')
  const ca = join(dataDir, 'pki', 'ca.cert.pem')
  return [
    `The hub serves on https://localhost:${port}, health and metrics on http://localhost:${opsPort}.`,
    `Keys, party file and database are in ${dataDir}, the hub's log is ${logOf(dataDir)}.`,
    '',
    'Each in its own dialect: Germany and Poland (de, pl: XML, XAdES), France and the Netherlands (fr, nl: JSON, JAdES), Austria and Belgium (at, be: SOAP) ⇄ Azerbaijan:',
    'State Migration Service (az-sms: JSON, JAdES), Foreign Affairs (az-mfa: XML, mailbox), Internal Affairs (az-mia: XML, mailbox), Border Service (az-sbs: JSON).',
    `One line a message: who to whom, what, until all receipts were there, and whose receipts (${TICK} = signature verified).`,
    ...(onlyOne ? [] : ['', 'A story after the other; Ctrl-C ends it. Try in another terminal, as the system of Germany:', '']),
    ...(onlyOne
      ? []
      : [`  curl --cacert ${quoted(ca)} --cert ${quoted(tlsCert)} --key ${quoted(tlsKey)} https://localhost:${port}/v1/ping`]),
  ].join('\n')
}

function consoleOf({ consolePort }: Options, operators: readonly Operator[]): string {
  const width = (key: 'name' | 'role' | 'password') => Math.max(...operators.map((one) => one[key].length)) + 2
  const [name, role, password] = [width('name'), width('role'), width('password')]
  return [
    `The console is on http://localhost:${consolePort}. These may sign in, in this demo only; the link is for an authenticator app:`,
    '',
    ...operators.map((one) => `  ${one.name.padEnd(name)}${one.role.padEnd(role)}${one.password.padEnd(password)}${linkOf(one)}`),
  ].join('\n')
}

/** For a shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/** Cases that the end of the demo cuts off are nothing to tell. */
let quiet = false

function say(line: string): void {
  if (!quiet) process.stdout.write(`${line}\n`)
}
