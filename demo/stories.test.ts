import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { Message, MessageType, PartyId } from '#core/message.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import type { DeemedApprovalNotice } from '#schemas/generated/types.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { cleanUp, newFolder } from '#test/e2e/running.ts'
import type { Step } from './cases.ts'
import { PAIRS, PARTIES, STATES } from './parties.ts'
import type { SentMessage } from './partner.ts'
import { type Demo, startDemo } from './run.ts'
import { interview } from './stories/interview.ts'
import { STORIES } from './stories.ts'
import { askedBy, messagesOf, recipientsOf, typesIn } from './story.ts'

/** Why no story sends them. */
const UNPLAYED: { readonly [type in MessageType]?: string } = {
  'delivery-notice': 'The hub tells of failures only, as the agreements of the demo ask; nothing fails.',
  'contact-list-update': 'Opens a conversation in which nothing follows.',
  'border-point-update': 'Opens a conversation in which nothing follows.',
  'statistics-report': 'Opens a conversation in which nothing follows; korpu statistics writes its body.',
}

/** Who has met every agency in one story has spoken every pair of dialects that the procedure needs. */
const INTERVIEWS = STATES.map((state) => askedBy(interview, state))

describe('the stories', () => {
  it('send every message type but those of which nothing follows, each with a reason', () => {
    const played = typesIn(STORIES)
    expect(MESSAGE_TYPES.filter((type) => !played.includes(type)).toSorted()).toEqual(Object.keys(UNPLAYED).toSorted())
  })
})

describe('with a real hub', () => {
  interface Taken {
    readonly by: PartyId
    readonly message: Message
  }
  let demo: Demo
  let database: Database
  const dataDir = newFolder()
  const taken: Taken[] = []
  const sent: SentMessage[] = []

  beforeAll(async () => {
    demo = await startDemo({
      dataDir,
      exchangePort: 18_541,
      opsPort: 18_641,
      paceMs: 0,
      onTaken: (by, message) => taken.push({ by, message }),
      onSent: (message) => sent.push(message),
    })
    const config = readConfig({ KORPU_DATA: dataDir })
    database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 1)
  }, 180_000)
  afterAll(async () => {
    await database?.close()
    await demo?.stop()
    await cleanUp()
  })

  const stateOf = async ([first]: readonly Step[]): Promise<string | undefined> =>
    (await database.store.conversation(first?.conversationId ?? ''))?.state

  const noticesOf = ([first]: readonly Step[]): readonly Taken[] =>
    taken.filter(({ message: { header } }) => header.conversationId === first?.conversationId && header.type === 'deemed-approval-notice')

  it.each([...STORIES, ...INTERVIEWS].map((story) => [story.name, messagesOf(story)[0]?.by, story] as const))(
    '%s, asked by %s: every message is delivered, every receipt verified, and the case ends as it should',
    { timeout: 120_000 },
    async (name, _asking, story) => {
      const steps = await demo.cases.play(story)
      expect(steps.map(({ move, receiptsOf, failed }) => [move.send, receiptsOf.toSorted(), failed])).toEqual(
        messagesOf(story).map((move) => [move.send, recipientsOf(move).toSorted(), undefined]),
      )
      expect(await stateOf(steps)).toBe(story.endsIn)
      // Silence means something once, and only where nothing was heard: not where a limit was extended.
      expect(
        noticesOf(steps)
          .map(({ by }) => by)
          .toSorted(),
      ).toEqual(name === 'silence' ? ['az-sms', 'de'] : [])
      const [notice] = noticesOf(steps)
      if (notice) {
        const { limit, requestedParty, startedAt, dueAt, silentAt, receipt } = notice.message.body as DeemedApprovalNotice
        expect({ limit, requestedParty, startedAt }).toEqual({ limit: 'T5', requestedParty: 'az-sms', startedAt: receipt.at })
        expect([startedAt, dueAt, silentAt].toSorted()).toEqual([startedAt, dueAt, silentAt])
      }
    },
  )

  // Last: of all that was played.
  it('were spoken in every pair of dialects that the procedure needs', () => {
    const spoken = new Set(taken.map(({ by, message }) => `${message.header.from} > ${by}`))
    expect(PAIRS.map((pair) => pair.join(' > ')).filter((pair) => !spoken.has(pair))).toEqual([])
    expect(new Set(PARTIES.map(({ dialect }) => dialect)).size).toBe(10)
  })

  it('brought every message whole: its content has the same digest in the dialect of each recipient', () => {
    const lost = sent.filter(({ receipt }) => receipt.notCarried !== undefined)
    expect(lost.map(({ header, receipt }) => [header.from, header.to, receipt.notCarried])).toEqual([])
    const compared = taken.flatMap(({ by, message }) => {
      const author = sent.find(({ header }) => header.messageId === message.header.messageId)
      if (!author) return []
      // The German head has no place for the nonce, which is nothing that anybody said.
      const header = by === 'de' ? { ...message.header, nonce: author.header.nonce } : message.header
      const digest = contentDigestOf({ ...message, header } as Message)
      return [{ way: `${header.type}: ${header.from} > ${by}`, digest, expected: author.receipt.contentDigest }]
    })
    expect(compared.length).toBeGreaterThan(200)
    expect(compared.filter(({ digest, expected }) => digest !== expected)).toEqual([])
  })
})
