/**
 * Acts that need two people. A role that may do an act does it at once; one that may only ask leaves a request, and another person lets the hub do
 * exactly what was asked for, once.
 *
 * How an act joins: write an `Act` and put it into the table of acts in `console.ts`; its route calls `ask(name, params, reason, doing)` and answers
 * with what comes back. Nothing else: request, effect, expiry, decision, audit and page are here.
 */
import { hash } from 'node:crypto'
import { canonicalJson } from '#core/codec/jcs.ts'
import type { JsonObject } from '#core/message.ts'
import type { Clock, Ids, Log } from '#core/ports.ts'
import type { Doing } from './accounts.ts'
import type { Approval, Approvals } from './approvals.ts'
import { Refusal, refusal } from './refusal.ts'
import { type Action, can, grantOf, type Role } from './roles.ts'

export const LASTS_MS = 86_400_000

/** What it would do, for the one who decides: counts, parties, codes, names of accounts. No personal data. */
export type Effect = JsonObject

export interface Act<Params extends JsonObject = JsonObject> {
  /** Row of the table of roles that says who does it, and who asks. */
  readonly action: Action
  /** What it would do now. Throws a `Refusal` when it cannot be done. Asked for with the request, and again by whoever decides. */
  effect(params: Params): Promise<Effect>
  /** Does it, by whoever asked for it. What it answers is kept with the request: ids that lead to what came of it. */
  execute(params: Params, doing: Doing): Promise<JsonObject>
  /** Whether what it would do now is still what was asked for; when left out, it is the very same. */
  fits?(asked: Effect, now: Effect): boolean
}

/** By name, `user.invite`. */
export type Acts = ReadonlyMap<string, Act>

/** An act with parameters of its own, for the table of acts: a request holds what its route has checked. */
export const act = <Params extends JsonObject>(given: Act<Params>): Act => given as unknown as Act

export interface Person extends Doing {
  readonly role: Role
}

/** Done at once, or a request that waits. */
export type Answer = { readonly done: JsonObject } | { readonly approvalId: string }

export interface FourEyes {
  /** What it would do, before anybody asks for it. */
  plan(name: string, params: JsonObject): Promise<Effect>
  ask(name: string, params: JsonObject, reason: string, person: Person): Promise<Answer>
  /** A request, with what it would do now. */
  look(approvalId: string): Promise<Looked>
  /** `seen` is the digest of the effect that the person saw: what has changed since is looked at again. */
  approve(approvalId: string, seen: string, person: Person): Promise<Approval>
  reject(approvalId: string, reason: string, person: Person): Promise<void>
  withdraw(approvalId: string, person: Person): Promise<void>
  /** One person alone, in an emergency: everybody hears of it, and another person has to review it. */
  breakGlass(approvalId: string, seen: string, reason: string, person: Person): Promise<Approval>
  review(approvalId: string, person: Person): Promise<void>
}

export interface Looked {
  readonly approval: Approval
  /** `undefined` when it waits no longer, or can no longer be done. */
  readonly effect: Effect | undefined
  readonly seen: string | undefined
  readonly fits: boolean
}

export const digestOf = (value: JsonObject): string => hash('sha256', canonicalJson(value))

export interface Surroundings {
  readonly approvals: Approvals
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

export function fourEyes(acts: Acts, { approvals, clock, ids, log }: Surroundings): FourEyes {
  const actOf = (name: string): Act => {
    const found = acts.get(name)
    if (!found) throw new Error(`there is no act ${name}`)
    return found
  }

  const look = async (approvalId: string): Promise<Looked> => {
    const approval = await approvals.find(approvalId, clock.now())
    if (!approval) throw refusal('NOT_FOUND')
    if (approval.state !== 'waiting') return { approval, effect: undefined, seen: undefined, fits: false }
    const { effect: effectOf, fits = (asked, now) => digestOf(asked) === digestOf(now) } = actOf(approval.act)
    const effect = await effectOf(paramsOf(approval)).catch(unlessRefused)
    return { approval, effect, seen: effect && digestOf(effect), fits: effect !== undefined && fits(approval.effect, effect) }
  }

  const decide = async (approvalId: string, seen: string, alone: boolean, person: Person): Promise<Approval> => {
    const looked = await look(approvalId)
    const { approval } = looked
    if (approval.state !== 'waiting') throw refusal('DECIDED')
    if (!alone && approval.askedBy === person.by) throw refusal('OWN_REQUEST')
    if (!looked.fits || looked.seen !== seen) throw refusal('EFFECT_CHANGED')
    const params = paramsOf(approval)
    if (!(await approvals.decide(approvalId, 'approved', { alone }, person))) throw refusal('DECIDED')
    await carryOut(approval, params, person)
    return (await look(approvalId)).approval
  }

  const carryOut = async ({ approvalId, act: name, askedBy, askedRole, reason }: Approval, params: JsonObject, person: Person) => {
    const doing: Doing = { by: askedBy, role: askedRole, reason, at: clock.now() }
    try {
      const outcome = await actOf(name).execute(params, doing)
      await approvals.finish(approvalId, 'done', outcome, { ...person, at: clock.now() })
    } catch (fault) {
      if (!(fault instanceof Refusal)) log.error('approval.failed', {}, fault)
      const code = fault instanceof Refusal ? fault.code : 'INTERNAL'
      await approvals.finish(approvalId, 'failed', { code }, { ...person, at: clock.now() })
    }
  }

  return {
    plan: (name, params) => actOf(name).effect(params),
    async ask(name, params, reason, person) {
      const { action, effect: effectOf, execute } = actOf(name)
      if (!can(person.role, action)) throw refusal('NOT_ALLOWED')
      const effect = await effectOf(params)
      if (grantOf(person.role, action) === 'do') return { done: await execute(params, { ...person, reason }) }
      const approvalId = ids.uuid()
      const asked = {
        approvalId,
        act: name,
        params: canonicalJson(params),
        digest: digestOf(params),
        effect,
        reason,
        askedRole: person.role,
      }
      await approvals.add({ ...asked, expiresAt: new Date(person.at.getTime() + LASTS_MS) }, person)
      return { approvalId }
    },
    look,
    approve: (approvalId, seen, person) => decide(approvalId, seen, false, person),
    breakGlass: (approvalId, seen, reason, person) => {
      log.warn('glass.broken', {})
      return decide(approvalId, seen, true, { ...person, reason })
    },
    async reject(approvalId, reason, person) {
      const { approval } = await look(approvalId)
      if (approval.askedBy === person.by) throw refusal('OWN_REQUEST')
      if (!(await approvals.decide(approvalId, 'rejected', { alone: false }, { ...person, reason }))) throw refusal('DECIDED')
    },
    async withdraw(approvalId, person) {
      if (!(await approvals.withdraw(approvalId, person))) throw refusal('DECIDED')
    },
    async review(approvalId, person) {
      const { approval } = await look(approvalId)
      if (approval.decidedBy === person.by) throw refusal('OWN_REQUEST')
      if (!(await approvals.review(approvalId, person))) throw refusal('DECIDED')
    },
  }
}

/** Throws when the database no longer holds what was asked for. */
function paramsOf({ params, digest }: Approval): JsonObject {
  if (hash('sha256', params) !== digest) throw new Error('the parameters of a request are not those that were asked for')
  return JSON.parse(params) as JsonObject
}

function unlessRefused(fault: unknown): undefined {
  if (!(fault instanceof Refusal)) throw fault
  return undefined
}
