/** A hub behind a real TLS port for one test, and what is expected of every refusal that it gives. */
import { expect } from 'vitest'
import { ERRORS, type ErrorCode, type Issue, type Stage } from '#core/errors.ts'
import type { AdmissionLimits } from '#core/flow/admission.ts'
import type { Message, PartyId, SignedDocument } from '#core/message.ts'
import { STATUS } from '#core/problem.ts'
import type { ExchangeTimeouts } from '#routes/exchange/server.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type ExchangeServer, exchangeServer, problemIn, type Reply } from '#test/exchange.ts'
import { type MemoryHub, type MemoryHubOptions, memoryHub } from '#test/hub.ts'
import type { Draft } from '#test/letters.ts'

export interface World extends AsyncDisposable {
  readonly memory: MemoryHub
  readonly server: ExchangeServer
}

export async function openWorld(options?: MemoryHubOptions, timeouts?: ExchangeTimeouts, limits?: AdmissionLimits): Promise<World> {
  const memory = await memoryHub(options)
  const server = await exchangeServer(memory, timeouts, [], limits)
  return { memory, server, [Symbol.asyncDispose]: () => server.close() }
}

/** Part of every name and every wrong value in the messages of these tests: wherever it turns up, the hub has repeated a message. */
const PLANTED = /gizlin/i
export const PLANTED_NAME = 'Gizlinzadə-Şıxlı'

/** An application about a person whose name must never come back. */
export function secretLetter(memory: MemoryHub, from: PartyId, draft: Draft = {}): Message {
  const { body } = sampleOf('readmission-application', 'small')
  return memory.letter(from, 'readmission-application', {
    body: { ...body, subject: { ...body.subject, familyName: PLANTED_NAME } },
    ...draft,
  })
}

export interface Refusal {
  readonly code: ErrorCode
  /** Where the code belongs, when left out. */
  readonly stage?: Stage
  /** Rule and path of each, in any order; none when left out. */
  readonly issues?: readonly (readonly [rule: string, path: string])[]
}

/** Sends it over the party's own connection, reads the refusal, and makes sure that the hub goes on. */
export async function expectRefused(world: World, party: PartyId, document: SignedDocument, refusal: Refusal): Promise<readonly Issue[]> {
  const client = world.server.as(party)
  const reply = await client.post('/v1/messages', document)
  const issues = await expectProblem(world, reply, refusal, true)
  const good = await client.post('/v1/messages', await world.memory.signed(world.memory.letter(party, 'readmission-application')))
  expect(good.status, 'the next good message').toBe(202)
  return issues
}

export async function expectProblem(world: World, reply: Reply, refusal: Refusal, toParty: boolean): Promise<readonly Issue[]> {
  const { code, stage = ERRORS[code].stage, issues = [] } = refusal
  const { problem, signed } = await problemIn(reply)
  const status = STATUS[ERRORS[code].kind]
  expect(problem).toMatchObject({ code, stage, status, type: `urn:korpu:problem:${code}`, title: ERRORS[code].title })
  expect(problem.instance).toBe(`urn:uuid:${reply.headers['korpu-request-id']}`)
  expect(reply.status).toBe(status)
  expect(reply.headers['www-authenticate']).toBe(status === 401 ? 'Korpu-Signature' : undefined)
  expect(signed, 'signed to parties, not to strangers').toBe(toParty)
  const told = problem.issues ?? []
  expect(told.map(({ rule, path }) => [rule, path ?? '']).toSorted(byText)).toEqual(issues.toSorted(byText))
  for (const issue of told) expect(issue).toMatchObject({ expected: /./, hint: /./ })
  expect(`${JSON.stringify(reply.headers)} ${reply.text}`, 'the answer').not.toMatch(PLANTED)
  expect(world.memory.logged(), 'the log').not.toMatch(PLANTED)
  return told as readonly Issue[]
}

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1)
