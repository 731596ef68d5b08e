/** A session with one party, from the ports of a hub: what the command and the console call. */
import type { PartyRecord } from '#core/directory.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { MessageType, PartyId, SignedDocument } from '#core/message.ts'
import type { PushTransport } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import type { Lab, LabLine, Told } from './lab.ts'
import { LabObstacle } from './obstacle.ts'
import { type LabReport, reportOf, signedReport } from './report.ts'
import { runSteps, stepsOf } from './run.ts'
import { transportTo, wayTo } from './ways.ts'

/** What a session needs of a hub, whether it runs in this process or not. */
export type LabHub = Pick<Hub, 'store' | 'directory' | 'dialects' | 'keys' | 'clock' | 'ids' | 'transports'>

export interface LabSettings {
  readonly party: PartyId
  readonly line: LabLine
  /** A signing key that no party knows. */
  readonly stranger: SigningKey
  /** The hub is one of production: only parties that are test systems are tested, unless `inProduction`. */
  readonly production: boolean
  readonly inProduction: boolean
  /** How long a receipt may follow, or the party may take to pull. */
  readonly waitMs: number
  readonly quietMs: number
}

/** Who is to be tested, and whether that may be. */
type Asked = Pick<LabSettings, 'party' | 'production' | 'inProduction'>

export interface LabResult {
  readonly report: LabReport
  readonly document: SignedDocument
}

const DAY_MS = 86_400_000
const CHUNK_BYTES = 2 ** 20

/** Tells each step as it ends. Throws the reason of the signal that the lab was made with, when that is aborted. */
export async function runLab(lab: Lab, onStep: (told: Told) => Promise<void>): Promise<LabResult> {
  const { clock } = lab.hub
  const startedAt = clock.now()
  const steps = await runSteps(lab, onStep)
  const report = reportOf(lab, steps, startedAt, clock.now())
  return { report, document: await signedReport(report, lab.signing, clock.now()) }
}

/** What is tested: the party, and what it is agreed to get. */
type Subject = Pick<Lab, 'party' | 'dialect' | 'from' | 'ruleSet' | 'types'>

/** Throws a `LabObstacle` for a party that cannot or may not be tested. */
export function labFor(hub: LabHub, settings: LabSettings, signal: AbortSignal): Lab {
  const subject = subjectFor(hub, settings)
  const labId = hub.ids.uuid()
  const { line, stranger, waitMs, quietMs } = settings
  const { party } = subject
  return {
    labId,
    ...subject,
    hub,
    ids: hub.ids,
    signing: hub.keys.signing(),
    stranger,
    way: wayTo(party, { desk: hub.store.lab, clock: hub.clock, labId, line, carrier: carrierTo(hub, party), waitMs, quietMs, signal }),
    attach: (bytes, mediaType) => attach(hub, party.id, bytes, mediaType),
  }
}

/** How many steps a session would have. Throws as `labFor`. */
export function lengthFor(hub: LabHub, asked: Asked): number {
  const { party, types } = subjectFor(hub, asked)
  return stepsOf({ types, way: { transport: transportTo(party, carrierTo(hub, party)) } }).length
}

function subjectFor(hub: LabHub, asked: Asked): Subject {
  const party = partyFor(hub, asked)
  const dialect = dialectOf(hub, party)
  const agreed = agreedWith(hub, party)
  return { party, dialect, ...agreed, types: agreed.types.filter((type) => dialect.types?.includes(type) ?? true) }
}

const carrierTo = ({ transports }: LabHub, { endpoint: { transport } }: PartyRecord): PushTransport | undefined =>
  transport === 'push' ? undefined : transports[transport]

function partyFor(hub: LabHub, { party: id, production, inProduction }: Asked): PartyRecord {
  const { parties } = hub.directory()
  const party = parties.find((one) => one.id === id)
  if (!party) throw new LabObstacle('NOT_FOUND', `There is no party ${id}.`, `There are ${parties.map((one) => one.id).join(', ')}.`)
  if (party.status === 'withdrawn') {
    throw new LabObstacle('LAB_WITHDRAWN', `The party ${id} is withdrawn.`, 'Only a party that takes part can be tested.')
  }
  if (production && !party.test && !inProduction) {
    throw new LabObstacle(
      'LAB_PRODUCTION',
      `The party ${id} is a production system, and this hub is one of production.`,
      'Register a test system with `"test": true` in the party file. Only when the party has agreed to be tested as it is: --in-production.',
    )
  }
  return party
}

/** The agreement under which the party gets the most types. */
function agreedWith(
  hub: LabHub,
  { id }: PartyRecord,
): { readonly from: PartyId; readonly ruleSet: string; readonly types: readonly MessageType[] } {
  const now = hub.clock.now()
  const others = hub.directory().parties.filter((other) => other.id !== id && other.status !== 'withdrawn')
  const found = others.flatMap(({ id: from }) =>
    Object.entries(Object.groupBy(typesFrom(from), ({ ruleSet }) => ruleSet)).map(([ruleSet, rows = []]) => ({
      from,
      ruleSet,
      types: rows.map(({ type }) => type),
    })),
  )
  const [most] = found.toSorted((a, b) => b.types.length - a.types.length)
  if (most) return most
  throw new LabObstacle('LAB_NOTHING_AGREED', `Nobody has agreed to send anything to ${id}.`, 'Register an agreement with the party first.')

  function typesFrom(from: PartyId): readonly { readonly type: MessageType; readonly ruleSet: string }[] {
    return MESSAGE_TYPES.flatMap((type) => {
      const row = hub.directory().agreement(from, id, type, now)
      return typeof row === 'string' || type === 'delivery-notice' ? [] : [{ type, ruleSet: row.agreement.ruleSet }]
    })
  }
}

/** Kept as if the party had uploaded it: it may fetch it, and after a day it is gone. */
async function attach({ store, ids, clock }: LabHub, party: PartyId, bytes: Uint8Array, mediaType: string): Promise<string> {
  const digest = sha256Hex(bytes)
  const attachmentId = ids.uuid()
  const expiresAt = new Date(clock.now().getTime() + DAY_MS)
  await store.attachments.begin({ attachmentId, party, digest, size: bytes.length, expiresAt }, Number.MAX_SAFE_INTEGER)
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    await store.attachments.append(attachmentId, at / CHUNK_BYTES, bytes.subarray(at, at + CHUNK_BYTES))
  }
  await store.attachments.finish(attachmentId, { size: bytes.length, mediaType, expiresAt })
  return digest
}
