/** Messages that are proven and valid but not allowed, not possible now, or said twice in two ways. */
import { describe, expect, test } from 'vitest'
import type { Conversation } from '#core/ports.ts'
import { possibleTypes } from '#core/rules/case.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { documentIn } from '#test/exchange.ts'
import { onWire } from '#test/letters.ts'
import { expectRefused, openWorld, PLANTED_NAME, secretLetter, type World } from './world.ts'

const OTHER = { xa: 'xb', xb: 'xa' } as const

/** Where a field stands in the bytes of each. */
const TYPE_PATH = { xa: '/Message/Header/Type', xb: '/header/type' } as const
const APPREHENSION = { xa: '/Message/Body/ReadmissionApplication/Apprehension', xb: '/body/apprehension' } as const
const KNOWLEDGE = { xa: '/Message/Body/ReadmissionApplication/DateOfKnowledge', xb: '/body/dateOfKnowledge' } as const

const agreements = (world: World, change: object): Promise<void> =>
  world.memory.changeAgreements((agreement) => ({ ...agreement, ...(agreement.to === 'az-mfa' ? change : {}) }))

async function caseOf(world: World, id: string): Promise<Conversation> {
  const { conversation } = await world.memory.store.known('', '', id)
  if (!conversation) throw new Error('there is no such case')
  return conversation
}

describe.each(['xa', 'xb'] as const)('a message of %s', (from) => {
  test('to somebody who does not exist, or left', async () => {
    await using world = await openWorld()
    const refusal = { code: 'RECIPIENT_UNKNOWN' } as const
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { to: 'gizlin' })), refusal)
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { copyTo: ['gizlin'] })), refusal)
    await world.memory.changeParty('az-mfa', (party) => ({ ...party, status: 'withdrawn' }))
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { to: 'az-mfa' })), refusal)
  })

  test('to a party with which nothing is agreed, not this type, or not under this agreement', async () => {
    await using world = await openWorld()
    const refusal = { code: 'AGREEMENT_MISSING' } as const
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { to: 'de' })), refusal)
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { agreement: 'gizlin-2014' })), refusal)
    await agreements(world, { types: ['acknowledgement'] })
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { to: 'az-mfa' })), refusal)
  })

  test('under an agreement that has ended, or has not begun', async () => {
    await using world = await openWorld()
    const [yesterday, tomorrow] = [-86_400_000, 86_400_000].map((ms) => new Date(world.memory.clock.now().getTime() + ms))
    for (const change of [{ validUntil: yesterday }, { validUntil: undefined, validFrom: tomorrow }]) {
      await agreements(world, change)
      const document = await world.memory.signed(secretLetter(world.memory, from, { to: 'az-mfa' }))
      await expectRefused(world, from, document, { code: 'AGREEMENT_EXPIRED' })
    }
  })

  test('under an id that was used for other bytes', async () => {
    await using world = await openWorld()
    const { message, receipt, document } = await world.memory.send(from, 'readmission-application')
    const { messageId, conversationId } = message.header
    const other = await world.memory.signed(secretLetter(world.memory, from, { messageId, conversationId }))
    await expectRefused(world, from, other, { code: 'MESSAGE_CONFLICT' })
    const again = await world.server.as(from).post('/v1/messages', document)
    expect(onWire(documentIn(again)), 'the first bytes still have their receipt').toEqual(onWire(receipt))
  })

  test('under the id of a message that was refused is accepted', async () => {
    await using world = await openWorld()
    const { messageId } = world.memory.letter(from, 'readmission-application').header
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { messageId, to: 'de' })), {
      code: 'AGREEMENT_MISSING',
    })
    const good = await world.memory.signed(secretLetter(world.memory, from, { messageId }))
    expect((await world.server.as(from).post('/v1/messages', good)).status).toBe(202)
  })

  test('that has expired', async () => {
    await using world = await openWorld()
    const expiresAt = world.memory.clock.now().toISOString()
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { expiresAt })), {
      code: 'MESSAGE_EXPIRED',
    })
  })

  test('that breaks rules of the agreement: all of them are told', async () => {
    await using world = await openWorld()
    const { header, body } = secretLetter(world.memory, from)
    const breaking = { ...body, procedure: 'ACCELERATED', personCategory: 'STATELESS' }
    await expectRefused(world, from, await world.memory.signed({ header, body: breaking } as never), {
      code: 'RULE_BROKEN',
      issues: [
        ['accelerated-apprehension', APPREHENSION[from]],
        ['outsider-knowledge', KNOWLEDGE[from]],
      ],
    })
  })

  test('in a case of others is answered like one in a case that does not exist', async () => {
    await using world = await openWorld()
    const theirs = (await world.memory.send('de', 'readmission-application')).message.header
    const refusal = { code: 'CONVERSATION_UNKNOWN' } as const
    const { conversationId, messageId: inReplyTo } = theirs
    const acknowledgement = world.memory.letter(from, 'acknowledgement', { conversationId, inReplyTo })
    await expectRefused(world, from, await world.memory.signed(acknowledgement), refusal)
    await expectRefused(world, from, await world.memory.signed(world.memory.letter(from, 'acknowledgement')), refusal)
    await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { conversationId })), refusal)
  })

  test('that does not fit the state of its case: the answer says what would be possible', async () => {
    await using world = await openWorld()
    const { conversationId, messageId: inReplyTo } = (await world.memory.send(OTHER[from], 'readmission-application')).message.header
    const { body } = sampleOf('arrival-confirmation', 'small')
    const arrival = world.memory.letter(from, 'arrival-confirmation', {
      conversationId,
      inReplyTo,
      body: { ...body, persons: [{ familyName: PLANTED_NAME }] },
    })
    const [issue] = await expectRefused(world, from, await world.memory.signed(arrival), {
      code: 'CONVERSATION_STATE',
      issues: [['choreography', TYPE_PATH[from]]],
    })
    const possible = possibleTypes(from, await caseOf(world, conversationId))
    expect(issue?.expected).toBe(`one of ${possible.join(', ')}`)
    expect(possible).toEqual(expect.arrayContaining(['acknowledgement', 'readmission-reply']))
    const acknowledgement = world.memory.letter(from, 'acknowledgement', { conversationId, inReplyTo })
    expect((await world.server.as(from).post('/v1/messages', await world.memory.signed(acknowledgement))).status).toBe(202)
  })

  test('that opens its own case a second time', async () => {
    await using world = await openWorld()
    const { conversationId } = (await world.memory.send(from, 'readmission-application')).message.header
    const [issue] = await expectRefused(world, from, await world.memory.signed(secretLetter(world.memory, from, { conversationId })), {
      code: 'CONVERSATION_STATE',
      issues: [['choreography', TYPE_PATH[from]]],
    })
    expect(issue?.expected).not.toMatch(/\breadmission-application\b(?!-)/)
  })

  test('of a type that only the hub sends', async () => {
    await using world = await openWorld()
    const { conversationId } = (await world.memory.send(from, 'readmission-application')).message.header
    const notice = world.memory.letter(from, 'delivery-notice', { conversationId })
    await expectRefused(world, from, await world.memory.signed(notice), {
      code: 'CONVERSATION_STATE',
      issues: [['choreography', TYPE_PATH[from]]],
    })
  })
})
