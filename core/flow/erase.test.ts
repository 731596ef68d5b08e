import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import type { PartyId } from '#core/message.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { wholeOf } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { eraseAsked, eraseDue } from './erase.ts'
import { evidenceFor } from './evidence.ts'

const CA = certificateOf(new X509Certificate(keysOf('hub').tls.ca).raw)
const PAST = [{ rule: 'R1', days: 30 }]

async function delivered() {
  const memory = await memoryHub()
  const sent = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  const { messageId, conversationId, to } = sent.message.header
  const container = async (party: PartyId) => wholeOf(await evidenceFor(memory.hub, keysOf(party).peer, messageId))
  const erased = async () => (await memory.store.message(messageId, 'xa'))?.erased
  return { memory, sent, messageId, conversationId, to, container, erased }
}

/** Everything in the application that tells of a person or of a document. */
const tellingOf = (body: object): readonly string[] =>
  Object.values(body).flatMap((value: unknown): readonly string[] => {
    if (typeof value === 'object' && value !== null) return tellingOf(value)
    return typeof value === 'string' && value.length > 5 && !/^[A-Z_]+$/.test(value) ? [value] : []
  })

describe('erasure', () => {
  it('by a retention rule leaves evidence that verifies for both sides, says when and why, and holds no personal data', async () => {
    const { memory, sent, to, container, erased } = await delivered()
    expect((await eraseDue(memory.hub, PAST)).erased).toBe(0)
    const before = (await container('xa')).toString('latin1')
    const telling = tellingOf(sent.message.body).map((text) => Buffer.from(text).toString('latin1'))
    expect(telling.length).toBeGreaterThan(5)
    expect(telling.filter((text) => before.includes(text)).length).toBeGreaterThan(5)

    memory.clock.move(31 * 86_400)
    expect((await eraseDue(memory.hub, PAST)).erased).toBeGreaterThan(0)
    const at = (await erased())?.at.toISOString()
    for (const party of ['xa', to]) {
      const bytes = await container(party)
      const { holds, findings } = await judge(bytes, trustingIn([CA]))
      expect(findings.filter(({ proven }) => !proven)).toEqual([])
      expect(holds).toBe(true)
      expect(findings.map(({ sentence }) => sentence).join('\n')).toContain(`content was erased on ${at} under rule R1`)
      const text = bytes.toString('latin1')
      expect(telling.filter((one) => text.includes(one))).toEqual([])
      expect(text).toContain(sent.message.header.messageId)
      expect(text).not.toContain(sent.message.header.nonce)
    }
  })

  it.each([
    ['data-erasure-notice', (messageId: string) => ({ action: 'ERASED', items: [{ messageId }] })],
    ['data-correction-notice', (messageId: string) => ({ corrections: [{ messageId, path: '/body/subject/birthDate' }] })],
  ] as const)('follows from a %s of the sender, whatever the rules say', async (type, bodyOf) => {
    const { memory, messageId, conversationId, to, erased } = await delivered()
    const notice = await memory.send('xa', type, { conversationId, to, body: { ...sampleOf(type, 'small').body, ...bodyOf(messageId) } })
    await eraseAsked(memory.hub)
    expect(await erased()).toMatchObject({ rule: `${type} ${notice.message.header.messageId}` })
    expect((await memory.store.message(notice.message.header.messageId, 'xa'))?.erased).toBeUndefined()
  })

  it('does not follow where data are only blocked, nor from a notice of the other side', async () => {
    const { memory, messageId, conversationId, to, erased } = await delivered()
    const body = (action: string) => ({
      ...sampleOf('data-erasure-notice', 'small').body,
      action,
      items: [{ messageId }],
    })
    await memory.send('xa', 'data-erasure-notice', { conversationId, to, body: body('BLOCKED') })
    await memory.send(to, 'data-erasure-notice', { conversationId, to: 'xa', body: body('ERASED') })
    await eraseAsked(memory.hub)
    expect(await erased()).toBeUndefined()
  })
})
