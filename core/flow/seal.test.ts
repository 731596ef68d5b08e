import { describe, expect, it } from 'vitest'
import { parseJson } from '#core/codec/json.ts'
import { rootOf } from '#core/evidence/merkle.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { verifyDetached } from '#core/signature/jws.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { seal, sealDue } from './seal.ts'

const MINUTE_MS = 60_000

describe('sealing the audit trail', () => {
  const newestOf = async ({ store }: MemoryHub) => {
    const head = await store.treeHeads.newest()
    if (!head) throw new Error('no tree head')
    return { ...head, said: parseJson(head.bytes) }
  }

  it('signs a tree head over the links so far, and nothing where there is nothing new', async () => {
    const memory = await memoryHub()
    expect(await seal(memory.hub)).toBe(0)
    await memory.send('de', 'readmission-application')
    expect(await seal(memory.hub)).toBe(1)
    const { bytes, signature, said } = await newestOf(memory)
    const leaves = memory.store.links().map(({ head }) => head)
    expect(said).toMatchObject({ number: 1, size: leaves.length, root: Buffer.from(rootOf(leaves)).toString('hex') })
    const { certificate } = memory.hub.keys.signing()
    const signer = await verifyDetached(bytes, signature, { kind: 'TreeHead', from: 'hub' }, (sha256, der) =>
      der && sha256 === sha256Hex(certificate) ? { party: 'hub', certificate: certificateOf(der) } : undefined,
    )
    expect(signer.party).toBe('hub')
    expect(await seal(memory.hub)).toBe(0)
  })

  it('names in every tree head the one before', async () => {
    const memory = await memoryHub()
    await memory.send('de', 'readmission-application')
    await seal(memory.hub)
    const first = await newestOf(memory)
    await memory.send('de', 'readmission-application')
    await seal(memory.hub)
    const second = await newestOf(memory)
    expect(first.said).not.toHaveProperty('previous')
    expect(second.said).toMatchObject({ number: 2, previous: sha256Hex(first.bytes) })
  })

  it('waits until the newest tree head is old enough, whichever process made it', async () => {
    const memory = await memoryHub()
    await memory.send('de', 'readmission-application')
    expect(await sealDue(memory.hub, MINUTE_MS)).toBe(1)
    await memory.send('de', 'readmission-application')
    memory.clock.move(59)
    expect(await sealDue(memory.hub, MINUTE_MS)).toBe(0)
    memory.clock.move(1)
    expect(await sealDue({ ...memory.hub, process: 'another' }, MINUTE_MS)).toBe(1)
  })

  it('leaves no link out and covers none twice when several processes seal at once', async () => {
    const memory = await memoryHub()
    for (let n = 0; n < 3; n++) await memory.send('de', 'readmission-application')
    await Promise.all([seal(memory.hub), seal(memory.hub), seal(memory.hub)])
    expect((await newestOf(memory)).said).toMatchObject({ number: 1, size: memory.store.links().length })
    expect(await memory.store.treeHeads.open(10)).toEqual([])
  })
})
