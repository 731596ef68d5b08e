/** `korpu lab --party P`: a conformance session against a partner's endpoint, and the signed report of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { loadStates } from '#adapters/load.ts'
import { labLine } from '#adapters/wire/lab-line.ts'
import { partyQueues } from '#adapters/wire/queues.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { makeStranger } from '#certs/stranger.ts'
import { type Config, databaseOf, readConfig } from '#config'
import { beginLab } from '#core/lab/kept.ts'
import type { Told } from '#core/lab/lab.ts'
import { type Language, reportHtml, reportMarkdown } from '#core/lab/page.ts'
import { type LabHub, type LabResult, labFor } from '#core/lab/session.ts'
import type { JsonObject } from '#core/message.ts'
import { directoryOf } from '#core/resolve.ts'
import { randomIds } from '#ids'
import { createLog } from '#log'
import { brokerOf, foldersOf, keysOf } from '#main'
import { openDatabase } from '#prisma/database.ts'
import { type Answer, answering } from './output.ts'
import { abortedByEnd } from './signals.ts'

interface Options {
  readonly party: string
  readonly out: string
  readonly wait: number
  readonly language: Language
  readonly by: string
  readonly inProduction?: boolean
  readonly json?: boolean
}

const QUIET_MS = 3_000
const MARKS: Readonly<Record<Told['result'], string>> = { passed: 'ok  ', failed: 'NO  ', skipped: '-   ' }

export function addTo(program: Command): void {
  const command = program
    .command('lab')
    .description("test a partner's system step by step, as the hub that runs here will treat it; the report is signed")
    .requiredOption('--party <PARTY>', 'whom to test')
    .option('--out <FOLDER>', 'where the report goes: JSON, its signature, Markdown and HTML', '.')
    .option('--wait <SECONDS>', 'how long a receipt may follow, or the party may take to pull', secondsOf, 60)
    .addOption(new Option('--language <LANGUAGE>', 'of the steps and of the pages').choices(['en', 'az']).default('en'))
    .option('--by <NAME>', 'who does it', userInfo().username)
    .option('--in-production', 'also a production system of a production hub, when the party has agreed')
  answering(command, test)
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600) throw new InvalidArgumentError('Give whole seconds, from 1 to 3600.')
  return seconds
}

async function test({ party, out, wait, language, by, inProduction = false, json }: Options): Promise<Answer> {
  const config = readConfig()
  mkdirSync(out, { recursive: true })
  const { hub, sessions, tls, close } = await labHub(config)
  try {
    const stranger = await makeStranger()
    const settings = {
      party,
      line: labLine({ hub: tls, stranger: stranger.tls }),
      stranger: stranger.signing,
      production: config.env === 'production',
      inProduction,
      waitMs: wait * 1000,
      quietMs: QUIET_MS,
    }
    const show = (told: Told) => (json ? undefined : process.stderr.write(`${lineOf(told, language)}\n`))
    const session = await beginLab(sessions, (signal) => labFor(hub, settings, signal), { by }, hub.clock, abortedByEnd())
    const result = await session.run(show)
    return answerOf(result, writtenTo(out, result, language))
  } finally {
    await close()
  }
}

/** What a session needs, beside the hub that runs: its database, its keys, and the ways that it has. */
async function labHub(config: Config) {
  await using opened = new AsyncDisposableStack()
  const { tls, keys } = await keysOf(config)
  const { dialects } = await loadStates(config.states)
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  opened.defer(database.close)
  const directory = directoryOf(await database.store.directory())
  const log = createLog('silent')
  const amqp = config.amqpUrl === undefined ? undefined : partyQueues(brokerOf(config, config.amqpUrl, tls), log)
  if (amqp) opened.defer(amqp.close)
  const sftp = await foldersOf(config, (id) => directory.party(id), log)
  if (sftp) opened.defer(sftp.close)
  const clock = { now: () => new Date() }
  const transports = { ...(amqp ? { amqp } : {}), ...(sftp ? { sftp } : {}) }
  const hub: LabHub = { store: database.store, directory: () => directory, dialects, keys, clock, ids: randomIds, transports }
  const open = opened.move()
  return { hub, sessions: database.labSessions, tls, close: () => open.disposeAsync() }
}

function writtenTo(out: string, { report, document }: LabResult, language: Language): readonly string[] {
  const name = join(out, `lab-${report.party}-${report.startedAt.replaceAll(/[-:]|\.\d+/g, '')}`)
  const files: Readonly<Record<string, string | Uint8Array>> = {
    json: document.bytes,
    jws: `${document.signature}\n`,
    md: reportMarkdown(report, language),
    html: reportHtml(report, language),
  }
  return Object.entries(files).map(([ending, content]) => {
    writeFileSync(`${name}.${ending}`, content)
    return `${name}.${ending}`
  })
}

function answerOf({ report }: LabResult, files: readonly string[]): Answer {
  const { conforms, passed, failed, skipped } = report
  return {
    yes: conforms,
    lines: [
      `${conforms ? 'yes' : 'no'}: ${passed} steps passed, ${failed} failed, ${skipped} left out`,
      ...files.map((file) => `  ${file}`),
    ],
    json: { ok: conforms, files: [...files], report: report as unknown as JsonObject },
  }
}

function lineOf({ result, title, happened }: Told, language: Language): string {
  const at = language === 'en' ? 0 : 1
  return `${MARKS[result]}${title[at]}: ${happened[at]}`
}
