/** Acts of the flows, timed and counted; traced too, where there is a tracer. */
import { ERRORS, HubError } from '#core/errors.ts'
import type { PartyId } from '#core/message.ts'
import type { Act, ActFacts, Origin, Watch, WatchedStage } from '#core/watch.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import type { Registry } from './registry.ts'
import type { METRICS } from './table.ts'

/** What is told of a traced act, besides how long it and its stages took. Times in milliseconds of the epoch. */
export interface Tracer {
  begin(act: Act, origin: Origin): Trace
}
export interface Trace {
  /** W3C `traceparent`. */
  readonly parent: string
  stage(name: WatchedStage, startedAt: number, failed: boolean): void
  end(facts: ActFacts, failed: boolean): void
}

const COUNTED = {
  receive: 'korpu_messages_total',
  deliver: 'korpu_attempts_total',
  acknowledge: 'korpu_receipts_total',
} as const satisfies Record<Act, string>

const TYPES: ReadonlySet<string> = new Set(MESSAGE_TYPES)

export function watchActs(registry: Registry<typeof METRICS>, isParty: (id: PartyId) => boolean, tracer?: Tracer): Watch {
  const count = (act: Act, { party = '', type = '', outcome = '', code }: ActFacts): void => {
    const known = { party: isParty(party) ? party : 'unknown', type: type === '' || TYPES.has(type) ? type : 'unknown' }
    const labels = { ...known, outcome, code: code ?? '' }
    registry.add(COUNTED[act], labels)
  }
  return {
    async act(act, origin, work) {
      const startedAt = performance.now()
      const trace = tracer?.begin(act, origin)
      let facts: ActFacts = {}
      const staged = (stage: WatchedStage, began: number, failed: boolean): void => {
        registry.observe('korpu_stage_seconds', { act, stage }, (performance.now() - began) / 1000)
        trace?.stage(stage, performance.timeOrigin + began, failed)
      }
      const stage = <T>(name: WatchedStage, run: () => T): T => timed(run, (began, failed) => staged(name, began, failed))
      const note = (more: ActFacts): void => {
        facts = { ...facts, ...more }
      }
      let failed = true
      try {
        const result = await work({ trace: trace?.parent, stage, note })
        failed = false
        return result
      } catch (fault) {
        facts = { ...facts, ...factsOf(fault) }
        throw fault
      } finally {
        registry.observe('korpu_act_seconds', { act }, (performance.now() - startedAt) / 1000)
        count(act, facts)
        trace?.end(facts, failed)
      }
    },
  }
}

/** Runs it, at once or as long as its promise takes. */
function timed<T>(run: () => T, ended: (began: number, failed: boolean) => void): T {
  const began = performance.now()
  const whole = (): void => ended(began, false)
  const broken = (): void => ended(began, true)
  try {
    const result = run()
    if (result instanceof Promise) result.then(whole, broken)
    else whole()
    return result
  } catch (fault) {
    broken()
    throw fault
  }
}

function factsOf(fault: unknown): ActFacts {
  const code = fault instanceof HubError ? fault.code : 'INTERNAL'
  return { code, outcome: ERRORS[code].fault === 'hub' ? 'failed' : 'refused' }
}
