/**
 * Parties with folders on a file server of their own (partner guide): what the hub delivers it puts into `out/`, what the party sends it finds in
 * `in/`. A file is whole once its checksum lies beside it. What the hub has taken, and answered in `out/`, it moves to `done/`; what nobody takes,
 * to `dead/`. Whatever breaks between two steps, the next look takes the same file again, and `receive` answers with the first receipt.
 */
import type { PartyRecord } from '#core/directory.ts'
import type { QueueAnswer, Queued, Taken } from '#core/flow/queued.ts'
import { MESSAGE_LIMIT_BYTES } from '#core/inbound.ts'
import type { DocumentKind, PartyId, SignedDocument } from '#core/message.ts'
import type { Log, PushTransport } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { CHECKSUM, checksumLine, digestIn, fileNameOf, namedFile, SIGNATURE } from './file-names.ts'
import { inTime, openSession, type Session } from './sftp.ts'
import { TAKEN_OVER } from './taken-over.ts'

export interface PartyFolders extends PushTransport {
  /** From now on looks into the folders of `parties`, asked again and again. */
  follow(parties: () => readonly PartyRecord[], taking: Taking): void
  /** Takes nothing new, and waits for what is in hand. */
  stop(): Promise<void>
}

export interface Taking {
  /** `undefined`: it stays for another hub. */
  take(queued: Queued): Promise<Taken | undefined>
  /** Whether this process alone looks into the folders of the party for `ms`; 0 gives that back. */
  turn(party: PartyId, ms: number): Promise<boolean>
}

/** How often the hub looks, and the longest that it waits before it looks again for a server that does not answer. */
export interface Pace {
  readonly lookMs: number
  readonly longestMs: number
}
const PACE: Pace = { lookMs: 5_000, longestMs: 120_000 }

/** Longer than a file takes to be read, stored and answered. A process that dies is followed by another after this. */
const TURN_MS = 90_000
const FOLDERS = ['in', 'out', 'done', 'dead'] as const
/** Of a checksum or a signature. */
const BESIDE_LIMIT_BYTES = 64 * 1024

export function partyFolders(
  privateKey: string,
  partyOf: (id: PartyId) => PartyRecord | undefined,
  log: Log,
  { lookMs, longestMs }: Pace = PACE,
): PartyFolders {
  const sessions = new Map<PartyId, { readonly key: string; readonly session: Promise<Session> }>()
  const looks = new Map<PartyId, Promise<void>>()
  const silent = new Map<PartyId, { readonly until: number; readonly waitMs: number }>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const drop = (id: PartyId): void => {
    const session = sessions.get(id)?.session
    sessions.delete(id)
    session?.then(({ close }) => close()).catch(() => undefined)
  }

  /** One a party; another one when it has ended, or the party has moved. */
  const sessionOf = async ({ id, endpoint: { url = '', hostKeys, timeoutS } }: PartyRecord): Promise<Session> => {
    const key = JSON.stringify([url, hostKeys, timeoutS])
    const known = sessions.get(id)
    if (known?.key === key && (await known.session).isOpen()) return known.session
    if (sessions.get(id) === known) {
      drop(id)
      const session = opened(url, hostKeys, timeoutS)
      sessions.set(id, { key, session })
      session.catch(() => sessions.get(id)?.session === session && sessions.delete(id))
    }
    return (sessions.get(id) as { readonly session: Promise<Session> }).session
  }
  const opened = async (url: string, hostKeys: readonly string[], timeoutS: number): Promise<Session> => {
    const session = await openSession({ url, hostKeys }, privateKey, timeoutS * 1000)
    for (const folder of FOLDERS) await session.makeFolder(folder)
    return session
  }

  const lookInto = async (party: PartyRecord, taking: Taking): Promise<void> => {
    const session = await sessionOf(party)
    const names = new Set(await session.names('in'))
    await finishMoves(session, names)
    for (const file of wholeIn(names)) {
      if (stopped || !(await taking.turn(party.id, TURN_MS))) return
      await takeFile(session, party, file, names, taking)
    }
  }

  const look = async (party: PartyRecord, taking: Taking): Promise<void> => {
    if (!(await taking.turn(party.id, TURN_MS))) return
    try {
      await lookInto(party, taking)
      if (silent.delete(party.id)) log.info('folders.reached', { party: party.id })
    } catch (fault) {
      drop(party.id)
      const waitMs = Math.min((silent.get(party.id)?.waitMs ?? lookMs) * 2, longestMs)
      if (!silent.has(party.id)) log.error('folders.unreachable', { party: party.id }, fault)
      silent.set(party.id, { until: Date.now() + waitMs, waitMs })
    } finally {
      await taking.turn(party.id, 0)
    }
  }

  return {
    push: async ({ party: id, deliveryId, document, timeoutMs }) => {
      const party = partyOf(id)
      if (!party) throw new Error('the party has no folders')
      const work = sessionOf(party).then((session) => put(session, 'out', deliveryId, 'Message', document))
      await inTime(timeoutMs, work, () => drop(id))
      return TAKEN_OVER
    },
    follow: (parties, taking) => {
      const again = (): void => {
        for (const party of parties()) {
          if (looks.has(party.id) || Date.now() < (silent.get(party.id)?.until ?? 0)) continue
          const looking = look(party, taking)
            .catch((fault: unknown) => log.error('folders.unreachable', { party: party.id }, fault))
            .finally(() => looks.delete(party.id))
          looks.set(party.id, looking)
        }
        timer = setTimeout(again, lookMs)
      }
      again()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await Promise.all(looks.values())
    },
    close: async () => {
      stopped = true
      clearTimeout(timer)
      for (const id of sessions.keys()) drop(id)
    },
  }
}

/** In the order of their names, so that a party decides which comes first. */
const wholeIn = (names: ReadonlySet<string>): readonly string[] =>
  [...names].filter((file) => namedFile(file) && names.has(`${file}${CHECKSUM}`)).toSorted()

async function takeFile(session: Session, party: PartyRecord, file: string, names: ReadonlySet<string>, taking: Taking): Promise<void> {
  const named = namedFile(file)
  const digest = digestIn(await textOf(session, `in/${file}${CHECKSUM}`))
  if (!named || digest === undefined) return
  const beside = `${file}${SIGNATURE}`
  const queued: Queued = {
    party: party.id,
    peer: { folder: party.endpoint.url ?? '', hostKey: session.hostKey },
    kind: named.kind,
    contentType: named.mediaType,
    bytes: await session.read(`in/${file}`, MESSAGE_LIMIT_BYTES),
    digest,
    signature: names.has(beside) ? (await textOf(session, `in/${beside}`)).trim() : undefined,
  }
  const taken = await taking.take(queued)
  if (!taken) return
  if (taken.answer) await put(session, 'out', named.name, taken.answer.kind, taken.answer)
  await moveAway(session, file, names, taken.become)
}

async function textOf(session: Session, path: string): Promise<string> {
  return new TextDecoder().decode(await session.read(path, BESIDE_LIMIT_BYTES))
}

/** The checksum last: with it the document is there. */
async function put(
  session: Session,
  folder: string,
  name: string,
  kind: DocumentKind,
  document: SignedDocument | QueueAnswer,
): Promise<void> {
  const file = fileNameOf(name, kind, document.mediaType)
  if (document.signature !== undefined) await session.write(`${folder}/${file}${SIGNATURE}`, Buffer.from(document.signature))
  await session.write(`${folder}/${file}`, document.bytes)
  await session.write(`${folder}/${file}${CHECKSUM}`, Buffer.from(checksumLine(sha256Hex(document.bytes), file)))
}

/** The checksum last: while it is there, the rest is known to belong to it. */
async function moveAway(session: Session, file: string, names: ReadonlySet<string>, to: Taken['become']): Promise<void> {
  for (const one of [file, `${file}${SIGNATURE}`, `${file}${CHECKSUM}`]) if (names.has(one)) await session.move(`in/${one}`, `${to}/${one}`)
}

/** What lies beside a document that a hub moved away before it died. */
async function finishMoves(session: Session, names: ReadonlySet<string>): Promise<void> {
  const checked = [...names].filter((one) => one.endsWith(CHECKSUM)).map((one) => one.slice(0, -CHECKSUM.length))
  const left = checked.filter((file) => namedFile(file) && !names.has(file))
  if (left.length === 0) return
  for (const to of ['done', 'dead'] as const) {
    const there = new Set(await session.names(to))
    for (const file of left) if (there.has(file)) await moveAway(session, file, names, to)
  }
}
