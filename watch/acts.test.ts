/** Acts of a hub in memory, as they are counted and timed. */
import { describe, expect, it } from 'vitest'
import { receive } from '#core/flow/receive.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { withStatus } from '#test/recording-push.ts'
import { watchActs } from './acts.ts'
import { createRegistry } from './registry.ts'
import { BOUNDS_S, METRICS } from './table.ts'

async function watched(): Promise<{ readonly memory: MemoryHub; readonly samples: (name: string) => readonly string[] }> {
  const registry = createRegistry(METRICS, BOUNDS_S)
  const memory: MemoryHub = await memoryHub({ watch: watchActs(registry, (id) => memory.hub.directory().party(id) !== undefined) })
  const samples = (name: string): readonly string[] =>
    registry
      .text([])
      .split('\n')
      .filter((line) => line.startsWith(name))
  return { memory, samples }
}

const stagesOf = (samples: readonly string[], act: string): readonly string[] =>
  samples.flatMap((line) => line.match(new RegExp(`_count{act="${act}",stage="(\\w+)"}`))?.[1] ?? [])

describe('a message that is taken', () => {
  it('is counted by party, type and outcome, and each of its stages is timed', async () => {
    const { memory, samples } = await watched()
    const { document } = await memory.send('xa', 'readmission-application')
    await receive(memory.hub, memory.inbound('xa', document))
    expect(samples('korpu_messages_total')).toEqual([
      'korpu_messages_total{party="xa",type="readmission-application",outcome="accepted"} 1',
      'korpu_messages_total{party="xa",type="readmission-application",outcome="repeated"} 1',
    ])
    const order = ['verify', 'envelope', 'duplicate', 'trust', 'schema', 'rules', 'attachments', 'route', 'sign', 'store']
    expect(stagesOf(samples('korpu_stage_seconds'), 'receive')).toEqual(order)
    expect(samples('korpu_act_seconds_count')).toEqual(['korpu_act_seconds_count{act="receive"} 2'])
  })

  it('is counted with its code when it is refused, and with no words of a stranger', async () => {
    const { memory, samples } = await watched()
    const document = await memory.signed(memory.letter('xa', 'readmission-application', { to: 'gizlin' }))
    await expect(receive(memory.hub, memory.inbound('xa', document))).rejects.toThrow()
    const stranger = { ...memory.inbound('xa', document), peer: undefined }
    await expect(receive(memory.hub, stranger)).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' })
    expect(samples('korpu_messages_total')).toEqual([
      'korpu_messages_total{party="xa",type="readmission-application",outcome="refused",code="RECIPIENT_UNKNOWN"} 1',
      'korpu_messages_total{party="unknown",outcome="refused",code="SENDER_UNKNOWN"} 1',
    ])
    expect(samples('korpu').join()).not.toContain('gizlin')
  })
})

describe('an attempt', () => {
  it('is counted by how it left the delivery, and what was made once is not timed again', async () => {
    const { memory, samples } = await watched()
    memory.push.answer(() => withStatus(503))
    await memory.send('xa', 'readmission-application')
    await memory.deliverDue()
    memory.clock.move(3600)
    await memory.deliverDue()
    const [sample] = samples('korpu_attempts_total')
    expect(sample).toMatch(
      /^korpu_attempts_total\{party="\S+",type="readmission-application",outcome="retrying",code="RECIPIENT_BUSY"\} 2$/,
    )
    expect(stagesOf(samples('korpu_stage_seconds'), 'deliver').toSorted()).toEqual(['deliver', 'map', 'receipt', 'sign', 'store'])
    expect(samples('korpu_stage_seconds_count{act="deliver",stage="map"}')).toEqual([
      'korpu_stage_seconds_count{act="deliver",stage="map"} 1',
    ])
  })
})
