/** What reaches a recipient is what its author said: across syntaxes and dialects, with nothing changed and nothing lost in silence. */
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { Message, MessageType, PartyId } from '#core/message.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { opened, receiptIn } from '#test/letters.ts'
import { PARTIES } from '#test/parties.ts'

/** The full sample without what would have to be uploaded first. */
function fullBody(type: MessageType): object {
  const without = ['attachments', 'annexes']
  return JSON.parse(JSON.stringify(sampleOf(type, 'full').body, (name, value) => (without.includes(name) ? undefined : value)))
}

/** Everything that was pushed for a message, as each recipient reads it. */
async function readBy(memory: MemoryHub, { header }: Message): Promise<ReadonlyMap<PartyId, Message>> {
  while ((await memory.deliverDue()) > 0);
  const mine = memory.push.pushed.filter(({ messageId }) => messageId === header.messageId)
  return new Map(await Promise.all(mine.map(async ({ party, document }) => [party, await opened(party, document)] as const)))
}

const CASE: readonly (readonly [from: 'requesting' | 'requested', type: MessageType, answers: MessageType | undefined])[] = [
  ['requesting', 'readmission-application', undefined],
  ['requested', 'acknowledgement', 'readmission-application'],
  ['requested', 'information-request', 'readmission-application'],
  ['requesting', 'information-response', 'information-request'],
  ['requested', 'readmission-reply', 'information-response'],
  ['requesting', 'transfer-notification', 'readmission-reply'],
  ['requested', 'arrival-confirmation', 'transfer-notification'],
]

test.each([
  ['xa', 'xb'],
  ['xb', 'xa'],
  ['de', 'az-sms'],
] as const)(
  'a whole case between %s and %s: every message keeps header, body and contentDigest in XML and in JSON',
  async (requesting, requested) => {
    const memory = await memoryHub()
    await memory.changeParty('az-mfa', (party) => ({ ...party, endpoint: { ...party.endpoint, transport: 'push' } }))
    const sent = new Map<MessageType, Message>()
    for (const [side, type, answers] of CASE) {
      const [from, to] = side === 'requesting' ? [requesting, requested] : [requested, requesting]
      const first = sent.get('readmission-application')?.header
      const draft = {
        to,
        copyTo: ['az-mfa'],
        body: fullBody(type),
        ...(first ? { conversationId: first.conversationId } : {}),
        ...(answers ? { inReplyTo: sent.get(answers)?.header.messageId ?? '' } : {}),
      }
      const { message, receipt } = await memory.send(from, type, draft)
      sent.set(type, message)
      const { contentDigest = '' } = await receiptIn(receipt)
      const read = await readBy(memory, message)
      expect([...read.keys()].toSorted(), type).toEqual(['az-mfa', to].toSorted())
      for (const [party, { header, body }] of read) {
        expect(withoutPlace(party, from, header), `${type} to ${party}`).toEqual(
          withoutPlace(party, from, { ...message.header, contentDigest }),
        )
        expect(body, `${type} to ${party}`).toEqual(message.body)
        if (PARTIES[party]?.dialect !== 'de') expect(contentDigestOf({ header, body } as Message)).toBe(contentDigest)
      }
    }
  },
)

/** The German dialect has no place for nonce and digest: towards it they are not there, from it the hub gives the nonce. */
function withoutPlace(party: PartyId, from: PartyId, header: Message['header']): object {
  const { nonce: _, contentDigest, ...rest } = header
  if (party === 'de') return rest
  return from === 'de' ? { ...rest, contentDigest } : header
}

test('the contentDigest is that of the message as its author wrote it', async () => {
  const memory = await memoryHub()
  const { message, receipt } = await memory.send('xa', 'readmission-application', { body: fullBody('readmission-application') })
  expect((await receiptIn(receipt)).contentDigest).toBe(contentDigestOf(message))
})

test('a contentDigest that the author gives is held against the message', async () => {
  const memory = await memoryHub()
  const message = memory.letter('xa', 'readmission-application')
  const { from: _, type: _type, createdAt: _at, ...header } = message.header
  await memory.send('xa', 'readmission-application', { ...header, contentDigest: contentDigestOf(message) })
  await expect(memory.send('xa', 'readmission-application', { contentDigest: contentDigestOf(message) })).rejects.toMatchObject({
    code: 'PAYLOAD_INVALID',
    issues: [{ rule: 'contentDigest', path: '/Message/Header/ContentDigest' }],
  })
})

describe('text that the recipient has no characters for', () => {
  const letter = async (subject: object) => {
    const memory = await memoryHub()
    const body = { ...fullBody('readmission-application'), subject: { familyName: 'Əliyeva', nationalities: ['AZE'], ...subject } }
    return { memory, body, sent: memory.send('az-sms', 'readmission-application', { to: 'de', body }) }
  }

  test('is listed in the receipt where it may be missing, and only that is missing', async () => {
    const { memory, body, sent } = await letter({ birthPlace: 'Кировабад' })
    const { message, receipt } = await sent
    expect((await receiptIn(receipt)).notCarried).toEqual(['/body/subject/birthPlace'])
    const { birthPlace: _, ...subject } = body.subject as { readonly birthPlace?: string }
    expect((await readBy(memory, message)).get('de')?.body).toEqual({ ...body, subject })
  })

  test.each([
    [{ familyName: 'Əliyევა' }, '/body/subject/familyName', 'Character 5 (U+10D4) is none of them.'],
    [
      { printedName: { familyName: 'Алиева', givenNames: 'GUNAY' } },
      '/body/subject/printedName/familyName',
      'Character 1 (U+0410) is none of them.',
    ],
  ])('is refused where it must arrive, and the sender is told which character stands where: %j', async (subject, path, hint) => {
    const { sent } = await letter(subject)
    await expect(sent).rejects.toMatchObject({
      code: 'NOT_CARRIED',
      issues: [{ rule: 'carried', path, expected: 'characters of DIN 91379, data type C', hint }],
    })
  })
})

test('nothing is listed where everything arrives', async () => {
  const memory = await memoryHub()
  const { receipt } = await memory.send('xa', 'readmission-application', { body: fullBody('readmission-application') })
  expect(await receiptIn(receipt)).not.toHaveProperty('notCarried')
})

test('a field that must arrive and cannot is refused, with its path in the bytes of the sender', async () => {
  const lost = [{ pointer: '/body/place' }, { pointer: '/body/caseReference' }]
  const memory = await memoryHub({ dialects: [{ ...canonicalJson, name: 'narrow', lossOf: () => lost }] })
  await memory.changeParty('xb', (party) => ({ ...party, dialect: 'narrow' }))
  await expect(memory.send('xa', 'readmission-application')).rejects.toMatchObject({
    code: 'NOT_CARRIED',
    stage: 'route',
    issues: [{ rule: 'carried', path: '/Message/Body/ReadmissionApplication/CaseReference' }],
  })
})

test('a type in which the recipient takes no part is refused', async () => {
  const memory = await memoryHub({ dialects: [{ ...canonicalJson, name: 'narrow', types: ['acknowledgement'] }] })
  await memory.changeParty('xb', (party) => ({ ...party, dialect: 'narrow' }))
  await expect(memory.send('xa', 'readmission-application')).rejects.toMatchObject({ code: 'NOT_CARRIED', stage: 'route' })
})

test('one delivery for each recipient, however often it is named', async () => {
  const memory = await memoryHub()
  const { message } = await memory.send('xa', 'readmission-application', { copyTo: ['az-mfa', 'xb'] })
  const record = await memory.store.message(message.header.messageId, 'xa')
  expect(record?.deliveries.map(({ party }) => party).toSorted()).toEqual(['az-mfa', 'xb'])
})

test('a copy that no agreement allows refuses the whole message', async () => {
  const memory = await memoryHub()
  await expect(memory.send('xa', 'readmission-application', { copyTo: ['de'] })).rejects.toMatchObject({ code: 'AGREEMENT_MISSING' })
  await expect(memory.send('xa', 'readmission-application', { agreement: 'eu-az-2031' })).rejects.toMatchObject({
    code: 'AGREEMENT_MISSING',
  })
})
