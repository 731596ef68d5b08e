import { expect, test } from 'vitest'
import type { Message } from '#core/message.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { memoryHub, type Sent } from '#test/hub.ts'
import { receiptIn } from '#test/letters.ts'

const { body } = sampleOf('readmission-application', 'small')
const TOLD = { ...body, subject: { ...body.subject, givenNames: 'Günay Rəşid qızı' }, observations: 'Sığınacaq istəyib: SİRLİ' }

const seenBy = async (memory: Awaited<ReturnType<typeof memoryHub>>, { message }: Pick<Sent, 'message'>, viewer: string) =>
  (await memory.store.message(message.header.messageId, viewer))?.flags

test('what is flagged is accepted, and told to the sender by its own places, to the recipient by the rule alone', async () => {
  const memory = await memoryHub()
  const sent = await memory.send('xa', 'readmission-application', { body: TOLD })
  const flags = [
    { rule: 'given-names-patronymic', path: '/Message/Body/ReadmissionApplication/Subject/GivenNames' },
    { rule: 'asylum-words', path: '/Message/Body/ReadmissionApplication/Observations' },
  ]
  expect((await receiptIn(sent.receipt)).flagged).toEqual(flags)
  expect(await seenBy(memory, sent, 'xa')).toEqual(flags)
  expect(await seenBy(memory, sent, 'xb')).toEqual([{ rule: 'given-names-patronymic' }, { rule: 'asylum-words' }])
})

test('a JSON sender gets JSON Pointers, and one with a dialect of its own the places of its dialect', async () => {
  const memory = await memoryHub()
  const { receipt } = await memory.send('xb', 'readmission-application', { body: TOLD })
  expect((await receiptIn(receipt)).flagged).toContainEqual({ rule: 'asylum-words', path: '/body/observations' })
  const national = await memory.send('de', 'readmission-application', { body: TOLD })
  const { flagged } = await receiptIn(national.receipt)
  const own = Buffer.from(national.document.bytes).toString()
  for (const { path } of flagged ?? []) for (const name of path.match(/\p{L}+/gu) ?? []) expect(own).toContain(`${name}>`)
  expect(flagged?.map(({ rule }) => rule)).toEqual(['given-names-patronymic', 'asylum-words'])
})

test('the log says how many there are, and neither log nor receipt repeats a value', async () => {
  const memory = await memoryHub()
  const { receipt } = await memory.send('xa', 'readmission-application', { body: TOLD })
  expect(memory.lines('message.accepted')).toMatchObject([{ flags: 2 }])
  expect(`${memory.logged()} ${Buffer.from(receipt.bytes).toString()}`).not.toMatch(/SİRLİ|Günay/)
  expect(memory.logged()).not.toContain('asylum-words')
})

test('where nothing is flagged, nothing is said', async () => {
  const memory = await memoryHub()
  const sent = await memory.send('xa', 'readmission-application')
  expect(await receiptIn(sent.receipt)).not.toHaveProperty('flagged')
  expect(await seenBy(memory, sent, 'xa')).toEqual([])
  expect(memory.lines('message.accepted')).toMatchObject([{ flags: 0 }])
})

test('a late application is accepted and flagged, by the calendar of the requested state', async () => {
  const memory = await memoryHub()
  const at = new Date(memory.clock.now().getTime() - 14 * 86_400_000).toISOString()
  const apprehension = { at, place: 'Frankfurt am Main' }
  const late = { ...body, procedure: 'ACCELERATED', apprehension }
  const { receipt } = await memory.send('xa', 'readmission-application', { body: late })
  expect((await receiptIn(receipt)).flagged?.map(({ rule }) => rule)).toEqual(['late-accelerated'])
  await memory.changeParty('xb', (party) => ({ ...party, home: undefined }))
  const unjudged = await memory.send('xa', 'readmission-application', { body: late })
  expect(await receiptIn(unjudged.receipt)).not.toHaveProperty('flagged')
})

test('evidence of an update must fit the category that the case is about, and a stranger learns nothing of it', async () => {
  const memory = await memoryHub()
  const opening = await memory.send('xa', 'readmission-application')
  const { conversationId, messageId } = opening.message.header
  const update = { ...sampleOf('readmission-application-update', 'small').body, evidence: [{ code: 'T01' }] } as Message['body']
  const draft = { conversationId, inReplyTo: messageId, body: update }
  await expect(memory.send('xa', 'readmission-application-update', draft)).rejects.toMatchObject({
    code: 'RULE_BROKEN',
    issues: [{ rule: 'evidence-annex', path: '/Message/Body/ReadmissionApplicationUpdate/Evidence/Item[1]/Code' }],
  })
  await expect(memory.send('az-mfa', 'readmission-application-update', { ...draft, to: 'xa' })).rejects.toMatchObject({
    code: 'CONVERSATION_UNKNOWN',
  })
})
