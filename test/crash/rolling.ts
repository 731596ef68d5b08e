/**
 * Two hubs on one database under load, each stopped or killed and started in turn: a sender that turns to the other one never sees a 5xx other than
 * 503 with `Retry-After`, and nothing is lost (issue on delivery). As a command: `npm run test:rolling -- --seconds 600`.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { DIALECT, hubFingerprint, keysOf, makePki, messageOf, PROFILE, signerOf, writePair } from '#bench/world.ts'
import { partyFiles } from '#certs/pki.ts'
import { storeKeyFile } from '#certs/store-keys.ts'
import { isMediaType, type Receipt, type SignedDocument } from '#core/message.ts'
import { shiftedClock } from '#demo/clock.ts'
import { type HubProcess, startHubProcess } from '#demo/hub-process.ts'
import { createPartner } from '#demo/partner.ts'
import { openDoor } from '#demo/pushed.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { type Accepted, seenFaults, type Taken } from './verdict.ts'

export interface RollingSettings {
  readonly seconds: number
  /** Where the hubs and their database live; removed by whoever named it. */
  readonly dir: string
  readonly ports: readonly [number, number]
  readonly onTurn?: (line: string) => void
}

export interface Rolled {
  readonly stops: number
  readonly kills: number
  readonly messages: number
  readonly taken: number
  /** Answers 503 with `Retry-After`, and connections that broke. */
  readonly unavailable: number
  readonly broken: number
  /** Answers that no sender should ever get. */
  readonly wrong: readonly string[]
  /** Promises that did not hold. */
  readonly faults: readonly string[]
}

const SYNTAX = 'json'
const LANES = 4
const MESSAGE_BYTES = 4_096
/** Between two messages of a lane: load, and no contest for the processor that starting hubs need. */
const PAUSE_MS = 50
const BETWEEN_TURNS_MS = 2_000
/** Every so many messages the same bytes go to the other hub, too: it must give the same receipt. */
const AGAIN_EVERY = 10
/** What a killed process had in hand is due again when its lease ends: `timeoutS` and half a minute. */
const TIMEOUT_S = 2
const LAST_ARRIVAL_MS = 120_000
const RETRY_MS = 200

export async function rollHubs({ seconds, dir, ports, onTurn = () => undefined }: RollingSettings): Promise<Rolled> {
  makeDataFolder(dir)
  const pki = join(dir, 'pki')
  await makePki(pki)
  await using opened = new AsyncDisposableStack()
  const taken: Taken[] = []
  const receiver = await openReceiver(pki, taken)
  opened.defer(receiver.close)
  const server = await startEmbedded(join(dir, 'server'))
  opened.defer(server.stop)
  const parties = writePair(pki, SYNTAX, receiver.url, TIMEOUT_S)
  const hubs: HubProcess[] = []
  for (const port of ports) {
    const hub = await startHubProcess(settingsOf(dir, pki, parties, server.url, port), join(dir, `hub.${port}.log`))
    opened.defer(hub.stop)
    hubs.push(hub)
  }

  const sender = openSender(pki, ports)
  opened.defer(sender.close)
  const untilMs = Date.now() + seconds * 1000
  const loading = Array.from({ length: LANES }, () => sender.load(untilMs))
  const turns = await turned(hubs, untilMs, onTurn)
  await Promise.all(loading)

  const latest = Date.now() + LAST_ARRIVAL_MS
  while (taken.length < sender.accepted.length && Date.now() < latest) await sleep(100)
  const { accepted, tally } = sender
  return { ...turns, ...tally, messages: accepted.length, taken: taken.length, faults: seenFaults(accepted, taken) }
}

/** Every hub in turn, first asked to stop, then killed, and so on until time is over. All run when it ends. */
async function turned(hubs: readonly HubProcess[], untilMs: number, onTurn: (line: string) => void) {
  let stops = 0
  let kills = 0
  for (let turn = 0; Date.now() < untilMs; turn++) {
    await sleep(Math.random() * BETWEEN_TURNS_MS)
    const hub = hubs[turn % hubs.length]
    const isKill = turn % (2 * hubs.length) >= hubs.length
    await (isKill ? hub?.kill() : hub?.stop())
    await hub?.start()
    if (isKill) kills++
    else stops++
    onTurn(`hub ${(turn % hubs.length) + 1} ${isKill ? 'killed' : 'stopped'} and started`)
  }
  return { stops, kills }
}

async function openReceiver(pki: string, taken: Taken[]) {
  const { tls, signing } = keysOf(pki, 'xb')
  const partner = createPartner({
    party: 'xb',
    dialect: DIALECT[SYNTAX],
    signature: PROFILE[SYNTAX],
    key: signing,
    hubSigner: signerOf(pki, 'hub'),
    client: { submit: () => Promise.reject(new Error('the receiver sends nothing')) },
    clock: shiftedClock(),
    onMessage: ({ header: { messageId, conversationId } }, deliveryId) => taken.push({ by: 'xb', messageId, conversationId, deliveryId }),
  })
  return openDoor(partner, { tls, hubFingerprint: hubFingerprint(pki), receipts: 'sync', handIn: async () => undefined })
}

/** A sender that turns to the other hub whenever one does not take its message, and notes what it was answered. */
function openSender(pki: string, ports: readonly number[]) {
  const { tls, signing } = keysOf(pki, 'xa')
  const agent = new Agent({ connect: { ...tls, servername: 'localhost' }, headersTimeout: 30_000 })
  const accepted: Accepted[] = []
  const tally = { unavailable: 0, broken: 0, wrong: [] as string[] }
  let next = 0

  const submit = async (document: SignedDocument): Promise<SignedDocument> => {
    for (;;) {
      const answer = await ask(agent, ports[next++ % ports.length] ?? 0, document).catch(() => undefined)
      if (answer?.status === 202) return answer.document
      if (answer === undefined) tally.broken++
      else if (answer.status === 503 && answer.retryAfter !== undefined) tally.unavailable++
      else tally.wrong.push(`${answer.status} ${Buffer.from(answer.document.bytes).toString()}`)
      await sleep(RETRY_MS)
    }
  }
  const partner = createPartner({
    party: 'xa',
    dialect: DIALECT[SYNTAX],
    signature: PROFILE[SYNTAX],
    key: signing,
    hubSigner: signerOf(pki, 'hub'),
    client: { submit },
    clock: shiftedClock(),
  })
  const load = async (untilMs: number): Promise<void> => {
    for (let count = 0; Date.now() < untilMs; count++) {
      const { header, body } = messageOf(SYNTAX, MESSAGE_BYTES)
      const { type, to, conversationId, messageId } = header
      const { document, receipt, receiptDocument } = await partner.send({ type, to, conversationId, messageId, body })
      const again = count % AGAIN_EVERY === 0 ? [await submit(document)] : []
      accepted.push(acceptedAs(receipt, to, [receiptDocument, ...again]))
      await sleep(PAUSE_MS)
    }
  }
  return { accepted, tally, load, close: () => agent.destroy() }
}

function acceptedAs({ messageId, conversationId }: Receipt, to: string, receipts: readonly SignedDocument[]): Accepted {
  return {
    messageId,
    conversationId,
    recipients: [to],
    receipts: receipts.map(({ bytes, signature = '' }) => `${Buffer.from(bytes).toString('hex')} ${signature}`),
  }
}

async function ask(dispatcher: Agent, port: number, { bytes, mediaType, signature = '' }: SignedDocument) {
  const { statusCode, headers, body } = await request(`https://127.0.0.1:${port}/v1/messages`, {
    method: 'POST',
    dispatcher,
    body: bytes,
    headers: { 'content-type': mediaType, 'jws-signature': signature },
  })
  const answered = new Uint8Array(await body.arrayBuffer())
  const type = String(headers['content-type'])
  return {
    status: statusCode,
    retryAfter: headers['retry-after'],
    document: {
      bytes: answered,
      mediaType: isMediaType(type) ? type : mediaType,
      signature: typeof headers['jws-signature'] === 'string' ? headers['jws-signature'] : undefined,
    },
  }
}

function settingsOf(dir: string, pki: string, parties: string, url: string, port: number): Readonly<Record<string, string>> {
  const files = partyFiles(pki, 'hub')
  return {
    DATABASE_URL: url,
    KORPU_DATA: join(dir, `hub.${port}`),
    KORPU_STORE_KEY: storeKeyFile(dir),
    KORPU_PARTIES: parties,
    KORPU_EXCHANGE_PORT: String(port),
    KORPU_OPS_PORT: '0',
    KORPU_CONSOLE_PORT: '0',
    KORPU_SHUTDOWN_S: '10',
    KORPU_TLS_CERT: files.tlsCert,
    KORPU_TLS_KEY: files.tlsKey,
    KORPU_SIGN_CERT: files.signCert,
    KORPU_SIGN_KEY: files.signKey,
  }
}
