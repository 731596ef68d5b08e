import { randomUUID, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import { unzipped, zipOf } from '#core/evidence/zip.ts'
import type { PartyId } from '#core/message.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { bring, named, naming, scan } from '#test/attachments.ts'
import { COPIES, damaged, wholeOf } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { evidenceFor, evidenceOf } from './evidence.ts'

const CA = certificateOf(new X509Certificate(keysOf('hub').tls.ca).raw)
const verdictOf = (container: Uint8Array) => judge(container, trustingIn([CA]))
const sentencesOf = async (container: Uint8Array) => (await verdictOf(container)).findings.map(({ sentence }) => sentence).join('\n')

async function delivered(from: PartyId = 'xa') {
  const memory = await memoryHub()
  const sent = await memory.send(from, 'readmission-application')
  await memory.deliverDue()
  const { messageId, to } = sent.message.header
  return {
    memory,
    sent,
    messageId,
    to,
    of: async (party: PartyId) => wholeOf(await evidenceFor(memory.hub, keysOf(party).peer, messageId)),
  }
}

const textsOf = (container: Uint8Array): ReadonlyMap<string, string> =>
  new Map(unzipped(container).entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))

describe('the evidence of a message', () => {
  it.each(['xa', 'xb'])('from %s proves to its sender every step, without the hub', async (from) => {
    const { of } = await delivered(from)
    const { holds, findings, limits } = await verdictOf(await of(from))
    expect(findings.filter(({ proven }) => !proven)).toEqual([])
    expect(holds).toBe(true)
    const said = findings.map(({ sentence }) => sentence).join('\n')
    for (const part of [
      'files are what',
      `original bytes that ${from} sent`,
      'had accepted exactly these bytes',
      'stated on',
      'lie under tree head 1',
      'audit trail records',
    ]) {
      expect(said).toContain(part)
    }
    expect(limits.join(' ')).toContain('no timestamp of an authority')
  })

  it('gives the recipient what it was sent and what it signed, and no byte of the sender', async () => {
    const { of, to, sent } = await delivered()
    const container = await of(to)
    expect((await verdictOf(container)).holds).toBe(true)
    const names = [...textsOf(container).keys()]
    expect(names.some((name) => /^deliveries\/[\w-]+\/message\./.test(name))).toBe(true)
    expect(names.some((name) => name.startsWith('message/'))).toBe(false)
    expect(Buffer.from(container).includes(Buffer.from(sent.document.bytes.subarray(0, 200)))).toBe(false)
  })

  it('names nobody outside the bytes of the messages themselves', async () => {
    const { of, sent } = await delivered()
    const subject = (sent.message.body as unknown as { readonly subject: { readonly familyName: string; readonly birthDate: string } })
      .subject
    const texts = textsOf(await of('xa'))
    expect(texts.get([...texts.keys()].find((name) => name.startsWith('message/original')) ?? '')).toContain(subject.familyName)
    for (const [name, text] of texts) {
      if (name.startsWith('message/original')) continue
      expect(text.includes(subject.familyName) || text.includes(subject.birthDate), name).toBe(false)
    }
  })

  it('is there for its parties alone', async () => {
    const { memory, messageId, of } = await delivered()
    const { parties } = memory.hub.directory()
    const stranger = parties.find(({ id }) => !['xa', 'xb', 'hub'].includes(id))?.id ?? ''
    await expect(of(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(evidenceFor(memory.hub, keysOf('xa').peer, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const unnamed = textsOf(await wholeOf(await evidenceOf(memory.hub, messageId, undefined)))
    expect(unnamed.get('statement.json')).toEqual(textsOf(await of('xa')).get('statement.json'))
  })

  it('still verifies when the original is erased, and holds its digest', async () => {
    const { memory, sent, messageId } = await delivered()
    const record = await memory.store.evidence(messageId, 'xa')
    const store = { ...memory.store, evidence: async () => record && { ...record, original: undefined } }
    const container = await wholeOf(await evidenceFor({ ...memory.hub, store }, keysOf('xa').peer, messageId))
    expect((await verdictOf(container)).holds).toBe(true)
    expect(textsOf(container).get('statement.json')).toContain(record?.arrival?.digest)
    expect(Buffer.from(container).includes(Buffer.from(sent.document.bytes.subarray(0, 200)))).toBe(false)
  })

  it('is proven by nobody whose CA the reader does not give', async () => {
    const { of } = await delivered()
    const { holds, findings } = await judge(await of('xa'), trustingIn([]))
    expect(holds).toBe(false)
    expect(findings[0]?.sentence).toContain('was not issued by the CA that was given')
  })

  it.each(Object.entries(COPIES))('in %s is proven, and of every file in which one byte was changed it says the name', async (_, copy) => {
    const container = await copy()
    expect((await verdictOf(container)).findings.filter(({ proven }) => !proven)).toEqual([])
    const changed = [...damaged(container, [0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1])]
    expect(new Set(changed.map(({ name }) => name)).size).toBeGreaterThan(9)
    for (const { name, at, container: other } of changed) {
      expect((await verdictOf(other)).holds, `${name} at ${at}`).toBe(false)
      expect(await sentencesOf(other), `${name} at ${at}`).toContain(name === 'mimetype' ? 'no ASiC-E' : name)
    }
  })

  it('has the bytes of attachments that the party may fetch, and names the others by their digests', async () => {
    const memory = await memoryHub()
    const bytes = scan(300_000)
    await bring(memory, 'xa', bytes)
    const { message } = await memory.send('xa', 'readmission-application', { body: naming(named(bytes)) })
    const { messageId, to } = message.header
    const of = async (party: PartyId) => wholeOf(await evidenceFor(memory.hub, keysOf(party).peer, messageId))
    const file = `attachments/${sha256Hex(bytes)}.pdf`
    const inside = (container: Uint8Array) => unzipped(container).entries.find(({ name }) => name === file)?.bytes

    expect(inside(await of('xa'))).toEqual(bytes)
    const waiting = await of(to)
    expect(inside(waiting)).toBeUndefined()
    expect((await verdictOf(waiting)).limits.join(' ')).toContain(`Of the attachment ${sha256Hex(bytes)} (300000 bytes) only the digest`)

    await memory.deliverDue()
    const delivered = await of(to)
    expect(inside(delivered)).toEqual(bytes)
    expect(await sentencesOf(delivered)).toContain(`The attachment ${sha256Hex(bytes)} (application/pdf, 300000 bytes) is here.`)
  })

  it('shows a file that was taken out, and one that was put in', async () => {
    const { of } = await delivered()
    const { entries } = unzipped(await of('xa'))
    for (const entry of entries.slice(1)) {
      const without = zipOf(entries.filter((one) => one !== entry))
      expect(await sentencesOf(without), entry.name).toContain(entry.name)
    }
    expect(await sentencesOf(zipOf([...entries, { name: 'more.txt', bytes: Buffer.from('more') }]))).toContain(
      'more.txt is not what was signed',
    )
  })

  it('does not hold with any one byte of the archive changed', async () => {
    const { of } = await delivered()
    const container = await of('xa')
    await fc.assert(
      fc.asyncProperty(fc.nat(container.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        expect((await verdictOf(container.with(at, (container[at] ?? 0) ^ by))).holds).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
