/** The clients of docs/examples, each as it stands, against a real hub: a message from each, and one to each. */
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalXml } from '#core/mapping.ts'
import type { Message } from '#core/message.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { openPlace, type Place } from '#test/place.ts'

const EXAMPLES = fileURLToPath(new URL('.', import.meta.resolve('#docs/examples/parties.json')))

/** Command, its probe, and the party of the example file that speaks its syntax. */
const CLIENTS = [
  {
    client: 'Node',
    probe: [process.execPath, '--version'],
    command: [process.execPath, 'node/client.js'],
    party: 'no',
    agreement: 'no-az-2014',
  },
  {
    client: 'Python',
    probe: ['/usr/bin/python3', '-c', 'import jwcrypto'],
    command: ['/usr/bin/python3', 'python/client.py'],
    party: 'ch',
    agreement: 'ch-az-2016',
  },
  { client: 'Java', probe: ['java', '-version'], command: ['java', 'java/Client.java'], party: 'lt', agreement: 'eu-az-2014' },
  {
    client: 'curl, openssl and xmlsec1',
    probe: ['xmlsec1', '--version'],
    command: ['sh', 'curl/client.sh'],
    party: 'bg',
    agreement: 'eu-az-2014',
  },
] as const

interface Ended {
  readonly stdout: string
  readonly stderr: string
  /** Set where it failed. */
  readonly code?: number
}

const ran: (file: string, args: readonly string[]) => Promise<Ended> = promisify(execFile)

let place: Place
let folder: string
beforeAll(async () => {
  place = await openPlace(join(EXAMPLES, 'parties.json'))
  folder = mkdtempSync(join(tmpdir(), 'korpu-examples-'))
})
afterAll(async () => {
  await place.close()
  rmSync(folder, { recursive: true })
})

for (const { client, probe, command, party, agreement } of CLIENTS) {
  describeWithTool(probe, `the example for ${client}`, () => {
    const [tool, file] = command
    // Not in step with the test: the hub runs in this very process.
    const run = (act: string, target: string) =>
      ran(tool, [join(EXAMPLES, file), place.origin, place.folder, party, act, target]).catch((failed: Ended) => failed)

    test('tests a message alone: the report says whether it would be accepted, and nothing is stored', { timeout: 300_000 }, async () => {
      const message = application(party, agreement)
      const good = await run('test', written(message))
      expect(good.stdout).toContain('"accepted":true')
      const bad = await run('test', written({ ...message, header: { ...message.header, to: 'nobody' } } as Message))
      expect(bad.code).toBe(1)
      expect(bad.stdout).toContain('RECIPIENT_UNKNOWN')
    })

    test('sends a message, checks the receipt, and takes the answer out of the mailbox', { timeout: 300_000 }, async () => {
      const message = application(party, agreement)
      const sent = await run('send', written(message))
      expect([sent.stdout, sent.stderr]).toEqual([`accepted ${message.header.messageId}\n`, expect.any(String)])
      const agency = place.system('az-sms')
      const { header } = await agency.next()
      expect(header).toMatchObject({ messageId: message.header.messageId, from: party })

      const { conversationId, messageId } = message.header
      const about = { conversationId, agreement, inReplyTo: messageId, type: 'acknowledgement', to: party } as const
      const answer = await agency.send({ ...about, body: sampleOf('acknowledgement', 'small').body })
      const taken = await run('pull', folder)
      expect([taken.stdout, taken.stderr]).toEqual([`taken ${answer.header.messageId}\n`, expect.any(String)])
      expect(await agency.deliveries(answer.header.messageId)).toMatchObject([{ party, state: 'delivered' }])
      const stored = readdirSync(folder).find((name) => name.startsWith(answer.header.messageId))
      expect(readFileSync(join(folder, stored ?? ''), 'utf8')).toContain(conversationId)
    })

    test('ends with a failure where the hub refuses', { timeout: 300_000 }, async () => {
      const message = application(party, agreement)
      const refused = await run('send', written({ ...message, header: { ...message.header, to: 'nobody' } } as Message))
      expect(refused.code).toBeGreaterThan(0)
      expect(refused.stdout).not.toContain('accepted')
      expect(refused.stderr + refused.stdout).toContain('RECIPIENT_UNKNOWN')
    })
  })
}

function application(from: string, agreement: string): Message {
  const header = {
    messageId: randomUUID(),
    conversationId: randomUUID(),
    from,
    to: 'az-sms',
    type: 'readmission-application',
    version: '1.0',
    agreement,
    createdAt: new Date().toISOString(),
    nonce: randomBytes(16).toString('base64url'),
  }
  return { header, body: sampleOf('readmission-application', 'small').body } as Message
}

function written(message: Message): string {
  const isXml = message.header.from === 'bg'
  const file = join(folder, `unsigned.${isXml ? 'xml' : 'json'}`)
  writeFileSync(file, isXml ? canonicalXml.bytesOf(message) : JSON.stringify(message))
  return file
}
