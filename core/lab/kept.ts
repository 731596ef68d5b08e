/** A session that is kept in the store while it runs: what the command and the console begin. */
import type { Doing } from '#core/console/accounts.ts'
import type { Clock } from '#core/ports.ts'
import { repeat } from '#core/repeat.ts'
import type { Lab, Told } from './lab.ts'
import { LabObstacle } from './obstacle.ts'
import { reportedStep } from './report.ts'
import { stepsOf } from './run.ts'
import { type LabResult, runLab } from './session.ts'
import { type LabSessions, LOST_MS } from './sessions.ts'

/** By whom it is run; what is done at which time is added. */
export type LabDoer = Omit<Doing, 'at'>

export interface BegunLab {
  readonly labId: string
  /** Throws the signal's reason when that is aborted, or `LabStopped` when somebody has stopped it. */
  run(onStep: (told: Told) => void): Promise<LabResult>
}

export class LabStopped extends Error {}

/**
 * @param labFor the session, that ends early with the signal which it is given
 * @param clock the time of day
 */
export async function beginLab(
  sessions: LabSessions,
  labFor: (signal: AbortSignal) => Lab,
  doer: LabDoer,
  clock: Clock,
  signal: AbortSignal,
): Promise<BegunLab> {
  const stop = new AbortController()
  const lab = labFor(AbortSignal.any([signal, stop.signal]))
  const doing = (): Doing => ({ ...doer, at: clock.now() })
  const { labId, party } = lab
  if (!(await sessions.begin({ labId, party: party.id, expected: stepsOf(lab).length }, doing()))) {
    throw new LabObstacle('LAB_RUNS', `A session with ${party.id} is running.`, 'Wait until it ends, or stop it in the console.')
  }
  return { labId, run }

  async function run(onStep: (told: Told) => void): Promise<LabResult> {
    const looking = repeat(LOST_MS / 6, look, (fault) => stop.abort(fault))
    try {
      const result = await runLab(lab, tell)
      await sessions.end(labId, { state: 'done', document: result.document, conforms: result.report.conforms }, doing())
      return result
    } catch (fault) {
      const stopped = signal.aborted || fault instanceof LabStopped
      await sessions.end(labId, { state: stopped ? 'stopped' : 'failed' }, doing())
      throw fault
    } finally {
      await looking.stop()
    }

    async function tell(told: Told): Promise<void> {
      await sessions.told(labId, reportedStep(told), clock.now())
      onStep(told)
    }
    async function look(): Promise<number | undefined> {
      if (await sessions.alive(labId, clock.now())) return LOST_MS / 6
      stop.abort(new LabStopped('the session was stopped'))
      return undefined
    }
  }
}
