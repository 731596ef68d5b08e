import { randomUUID, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import { type Entry, unzipped, zipOf } from '#core/evidence/zip.ts'
import type { PartyId } from '#core/message.ts'
import { certificateOf } from '#core/signature/certificate.ts'
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
  return { memory, sent, messageId, to, of: (party: PartyId) => evidenceFor(memory.hub, keysOf(party).peer, messageId) }
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
    expect(await evidenceOf(memory.hub, messageId, undefined)).toBeInstanceOf(Uint8Array)
  })

  it('still verifies when the original is erased, and holds its digest', async () => {
    const { memory, sent, messageId } = await delivered()
    const record = await memory.store.evidence(messageId, 'xa')
    const store = { ...memory.store, evidence: async () => record && { ...record, original: undefined } }
    const container = await evidenceFor({ ...memory.hub, store }, keysOf('xa').peer, messageId)
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

  it('shows every file of which one byte was changed, by its name', async () => {
    const { of } = await delivered()
    const { entries } = unzipped(await of('xa'))
    expect(entries.length).toBeGreaterThan(10)
    for (const entry of entries) {
      const at = Math.floor(entry.bytes.length / 2)
      const other = Uint8Array.from(entry.bytes).with(at, (entry.bytes[at] ?? 0) ^ 1)
      const changed = zipOf(entries.map((one): Entry => (one === entry ? { name: one.name, bytes: other } : one)))
      expect((await verdictOf(changed)).holds, entry.name).toBe(false)
      expect(await sentencesOf(changed)).toContain(entry.name === 'mimetype' ? 'no ASiC-E' : entry.name)
    }
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
