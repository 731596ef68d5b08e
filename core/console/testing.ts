/** Sessions of the partner lab that people begin in the console: they run in this process, and are kept where every process sees them. */
import { beginLab, type LabDoer, LabStopped } from '#core/lab/kept.ts'
import type { LabLine } from '#core/lab/lab.ts'
import { LabObstacle } from '#core/lab/obstacle.ts'
import { type LabHub, type LabSettings, labFor, lengthFor } from '#core/lab/session.ts'
import type { LabSessions } from '#core/lab/sessions.ts'
import type { PartyId } from '#core/message.ts'
import type { Clock, Log } from '#core/ports.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { type RefusalCode, refusal } from './refusal.ts'

/** What the lab connects with, and signs with where it must not be believed. */
export interface Equipment {
  readonly line: LabLine
  readonly stranger: SigningKey
}

export interface TestAsked {
  readonly party: PartyId
  /** Also a production system of a production hub: it has agreed. */
  readonly inProduction: boolean
  /** How long a receipt may follow, or the party may take to pull. */
  readonly waitMs: number
}

/** A party that could be tested: with how many steps, or what stands in the way. */
export interface Candidate {
  readonly party: PartyId
  readonly title: string
  readonly test: boolean
  readonly steps?: number
  readonly obstacle?: RefusalCode
}

export interface Testing {
  candidates(): readonly Candidate[]
  /** Answers with the id of the session, which goes on by itself. Throws a refusal. */
  begin(asked: TestAsked, doer: LabDoer): Promise<string>
  /** Ends the sessions that run here, and waits for them. */
  close(): Promise<void>
}

export interface TestingPorts {
  readonly hub: LabHub
  readonly sessions: LabSessions
  readonly equip: () => Promise<Equipment>
  readonly production: boolean
  /** The time of day. */
  readonly clock: Clock
  readonly log: Log
}

const QUIET_MS = 3_000

export function testing({ hub, sessions, equip, production, clock, log }: TestingPorts): Testing {
  const closing = new AbortController()
  const running = new Set<Promise<void>>()

  return {
    candidates: () =>
      hub.directory().parties.map(({ id, title, test }) => {
        try {
          return { party: id, title, test, steps: lengthFor(hub, { party: id, production, inProduction: false }) }
        } catch (fault) {
          return { party: id, title, test, obstacle: refusalOf(fault).code }
        }
      }),
    async begin(asked, doer) {
      const settings: LabSettings = { ...asked, ...(await equip()), production, quietMs: QUIET_MS }
      const { labId, run } = await beginLab(sessions, (signal) => labFor(hub, settings, signal), doer, clock, closing.signal).catch(
        (fault: unknown) => {
          throw refusalOf(fault)
        },
      )
      const under = run(() => undefined)
        .then(
          () => log.info('lab.done', { party: asked.party }),
          (fault: unknown) =>
            fault instanceof LabStopped || closing.signal.aborted
              ? log.info('lab.stopped', { party: asked.party })
              : log.error('lab.failed', { party: asked.party }, fault),
        )
        .finally(() => running.delete(under))
      running.add(under)
      return labId
    },
    async close() {
      closing.abort(new Error('the hub stops'))
      await Promise.all(running)
    },
  }
}

function refusalOf(fault: unknown) {
  if (fault instanceof LabObstacle) return refusal(fault.code)
  throw fault
}
