import { expect, test } from 'vitest'
import { sampleOf } from '#schemas/samples/messages.ts'
import { memoryHub } from '#test/hub.ts'

const REFUSED = { code: 'RULE_BROKEN', issues: [{ rule: 'competent-authority', path: '/header/from' }] }

/** `xa` has applied to `xb`, which is competent for what is said. */
async function appliedTo(roles: readonly ('CENTRAL' | 'MISSION')[]) {
  const memory = await memoryHub()
  await memory.changeParty('xb', (party) => ({ ...party, roles }))
  const { message } = await memory.send('xa', 'readmission-application')
  const { conversationId, messageId } = message.header
  const reply = () =>
    memory.send('xb', 'readmission-reply', { conversationId, inReplyTo: messageId, body: sampleOf('readmission-reply', 'small').body })
  return { memory, reply }
}

test('a reply of an authority that is not competent is refused, and the case still waits for one', async () => {
  const { memory, reply } = await appliedTo(['MISSION'])
  await expect(reply()).rejects.toMatchObject(REFUSED)
  await memory.changeParty('xb', (party) => ({ ...party, roles: ['CENTRAL'] }))
  await expect(reply()).resolves.toBeDefined()
})

test('where no party of a state has a role, nobody asks', async () => {
  const { reply } = await appliedTo([])
  await expect(reply()).resolves.toBeDefined()
})

test('once a state has named a competent authority, its other parties are refused', async () => {
  const memory = await memoryHub()
  await memory.changeParty('az-sms', (party) => ({ ...party, roles: ['CENTRAL'] }))
  const { conversationId, messageId } = (await memory.send('xa', 'readmission-application', { to: 'az-mfa' })).message.header
  const draft = { to: 'xa', conversationId, inReplyTo: messageId, body: sampleOf('readmission-reply', 'small').body }
  await expect(memory.send('az-mfa', 'readmission-reply', draft)).rejects.toMatchObject({
    code: 'RULE_BROKEN',
    issues: [{ rule: 'competent-authority' }],
  })
})
