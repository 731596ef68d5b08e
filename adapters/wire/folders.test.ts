/** Folders of a party on a real OpenSSH server: what is whole, who takes it, and what survives when the server or a hub goes. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { admission } from '#core/flow/admission.ts'
import { type Queued, type Taken, takeQueued } from '#core/flow/queued.ts'
import type { PartyId } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { createLog } from '#log'
import { ADMISSION } from '#test/exchange.ts'
import { type FileServer, SFTP_PROBE, startFileServer } from '#test/file-server.ts'
import type { MemoryHub } from '#test/hub.ts'
import { type Handover, onWire, opened, receiptIn } from '#test/letters.ts'
import { officeIn } from '#test/office.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { hubWith, transportContract } from '#test/transport.contract.ts'
import { checksumLine } from './file-names.ts'
import { type PartyFolders, partyFolders } from './folders.ts'

const PACE = { lookMs: 30, longestMs: 300 }
const SILENT = createLog('silent')
/** For something to happen that must not. */
const PATIENCE_MS = 300

describeWithTool(SFTP_PROBE, 'folders of parties at OpenSSH', () => {
  let server: FileServer
  beforeAll(async () => {
    server = await startFileServer()
  })
  afterAll(() => server?.stop())

  interface Way {
    readonly memory: MemoryHub
    readonly office: ReturnType<typeof officeIn>
    readonly folder: string
    /** Another hub process on the same store. */
    hub(take?: (queued: Queued) => Promise<Taken | undefined>): PartyFolders
  }

  /** Party `xb` has folders at a server; nobody looks into them yet. */
  async function wayTo(at: FileServer = server, timeoutS = 20): Promise<Way> {
    const name = randomUUID()
    const folder = join(at.folder, name)
    for (const each of ['in', 'out']) mkdirSync(join(folder, each), { recursive: true })
    const partyOf = (id: PartyId) => memory.hub.directory().party(id)
    const hub = (take = (queued: Queued) => takeQueued(memory.hub, admission(memory.clock, ADMISSION), queued, 10)): PartyFolders => {
      const made = partyFolders(at.clientKey, partyOf, SILENT, PACE)
      const by = randomUUID()
      made.follow(() => [partyOf('xb')].flatMap((party) => party ?? []), {
        take,
        turn: (party, ms) => memory.store.turn(`folders ${party}`, by, new Date(), ms),
      })
      return made
    }
    const sftp = partyFolders(at.clientKey, partyOf, SILENT)
    const memory = await hubWith('sftp', at.urlOf(name), { sftp })
    await memory.changeParty('xb', ({ endpoint, ...party }) => ({ ...party, endpoint: { ...endpoint, hostKeys: [at.hostKey], timeoutS } }))
    return { memory, office: officeIn(folder), folder, hub }
  }
  const letterOf = ({ memory }: Way) => memory.signed(memory.letter('xb', 'readmission-application'))

  transportContract('its folders at a file server', async () => {
    const { memory, office, hub } = await wayTo()
    const looking = hub()
    return {
      memory,
      againS: 300,
      next: async (): Promise<Handover> => {
        await memory.deliverDue()
        const [file = ''] = office.whole('message')
        const document = await office.taken(file)
        const { header } = await opened('xb', document)
        return { deliveryId: file.replace('.message.json', ''), messageId: header.messageId, document }
      },
      nothing: async () => {
        expect(await memory.deliverDue()).toBe(0)
        expect(office.whole('message')).toEqual([])
      },
      handIn: async (receipt) => {
        const name = randomUUID()
        await office.done(office.drop(receipt, name, 'Receipt'))
        const problem = `out/${name}.problem.json`
        return office.whole('problem').includes(`${name}.problem.json`) ? JSON.parse(String(office.read(problem))).code : undefined
      },
      close: async () => {
        await looking.stop()
        await looking.close()
        await memory.hub.transports.sftp?.close()
      },
    }
  })

  it('receipts what a party puts there, beside a checksum that sha256sum takes', async () => {
    const way = await wayTo()
    const hub = way.hub()
    const file = way.office.drop(await letterOf(way), '2026-11-22.0001')
    await way.office.done(file)
    expect(way.office.names('in')).toEqual([])
    expect(way.office.whole('receipt')).toEqual(['2026-11-22.0001.receipt.json'])
    const receipt = await receiptIn(await way.office.taken('2026-11-22.0001.receipt.json'))
    expect(receipt).toMatchObject({ event: 'SubmissionAcceptance', by: 'hub' })
    await hub.close()
  })

  it('leaves alone what is not whole yet, and what is not meant for it', async () => {
    const way = await wayTo()
    const { bytes, signature = '' } = await letterOf(way)
    way.office.put('one.json', bytes)
    way.office.put('one.json.jws', signature)
    way.office.put('two.json', bytes)
    way.office.put('two.json.sha256', sha256Hex(bytes).slice(0, 40))
    way.office.put('three.json.sha256', checksumLine(sha256Hex(bytes), 'three.json'))
    way.office.put('.four.json', bytes)
    way.office.put('.four.json.sha256', checksumLine(sha256Hex(bytes), '.four.json'))
    const hub = way.hub()
    await sleep(PATIENCE_MS)
    expect(way.office.names('in')).toHaveLength(7)
    way.office.put('one.json.sha256', checksumLine(sha256Hex(bytes), 'one.json'))
    await way.office.done('one.json')
    expect(way.office.whole('receipt')).toEqual(['one.receipt.json'])
    await hub.close()
  })

  it('refuses what is not what its checksum says, with a signed problem', async () => {
    const way = await wayTo()
    const { bytes } = await letterOf(way)
    way.office.put('one.json', bytes)
    way.office.put('one.json.sha256', checksumLine('ab'.repeat(32), 'one.json'))
    const hub = way.hub()
    await way.office.done('one.json')
    expect(way.office.whole('problem')).toEqual(['one.problem.json'])
    expect(way.office.names('out')).toContain('one.problem.json.jws')
    expect(JSON.parse(String(way.office.read('out/one.problem.json')))).toMatchObject({ code: 'PAYLOAD_MALFORMED' })
    await hub.close()
  })

  it.each([
    ['after it has stored the message', 'out'],
    ['after it has answered', 'done'],
  ])('gives the same receipt again when a hub breaks %s', async (_, blocked) => {
    const way = await wayTo()
    const message = way.memory.letter('xb', 'readmission-application')
    const document = await way.memory.signed(message)
    rmSync(join(way.folder, blocked), { recursive: true, force: true })
    writeFileSync(join(way.folder, blocked), 'no folder')
    let tries = 0
    const hub = way.hub((queued) => {
      tries++
      return takeQueued(way.memory.hub, admission(way.memory.clock, ADMISSION), queued, 10)
    })
    const file = way.office.drop(document, 'one')
    await expect.poll(() => tries, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(way.office.names('in')).toContain(file)
    rmSync(join(way.folder, blocked))
    await way.office.done(file)
    const again = await way.office.taken('one.receipt.json')
    const first = (await way.memory.store.message(message.header.messageId, 'xb'))?.receipt
    expect(onWire(again)).toEqual(first && onWire(first))
    await hub.close()
  })

  it('ends a move that a hub had begun', async () => {
    const way = await wayTo()
    mkdirSync(join(way.folder, 'done'))
    writeFileSync(join(way.folder, 'done', 'one.json'), '{}')
    way.office.put('one.json.jws', 'e30..AA')
    way.office.put('one.json.sha256', checksumLine('ab'.repeat(32), 'one.json'))
    const hub = way.hub()
    await way.office.done('one.json')
    expect(way.office.names('in')).toEqual([])
    await hub.close()
  })

  it('is looked into by one hub at a time, in the order of the names, and by another when that one goes', async () => {
    const way = await wayTo()
    const taken: string[] = []
    const noting = (by: string) => async (queued: Queued) => {
      taken.push(`${by} ${sha256Hex(queued.bytes)}`)
      return takeQueued(way.memory.hub, admission(way.memory.clock, ADMISSION), queued, 10)
    }
    const letters = await Promise.all(Array.from({ length: 8 }, () => letterOf(way)))
    const files = letters.map((letter, number) => way.office.drop(letter, `letter-${number}`))
    const hubs = [way.hub(noting('a')), way.hub(noting('b'))]
    await way.office.done(files.at(-1) ?? '')
    expect(taken.map((one) => one.slice(2))).toEqual(letters.map(({ bytes }) => sha256Hex(bytes)))
    expect(new Set(taken.map((one) => one[0])).size).toBe(1)
    const [by] = taken[0] ?? ''
    await hubs[by === 'a' ? 0 : 1]?.stop()
    await way.office.done(way.office.drop(await letterOf(way), 'more'))
    expect(taken.at(-1)?.[0]).not.toBe(by)
    for (const hub of hubs) await hub.close()
  })

  it('gives nothing to a server that shows another key', async () => {
    const way = await wayTo()
    const other = await startFileServer()
    await way.memory.changeParty('xb', ({ endpoint, ...party }) => ({ ...party, endpoint: { ...endpoint, hostKeys: [other.hostKey] } }))
    await other.stop()
    const hub = way.hub()
    way.office.drop(await letterOf(way), 'one')
    const sent = await way.memory.send('xa', 'readmission-application')
    await way.memory.deliverDue()
    expect((await way.memory.store.message(sent.message.header.messageId, 'xa'))?.deliveries[0]).toMatchObject({
      state: 'retrying',
      code: 'RECIPIENT_UNREACHABLE',
    })
    await sleep(PATIENCE_MS)
    expect([way.office.names('out'), way.office.names('done')]).toEqual([[], []])
    await hub.close()
  })

  it('waits for a server that hangs, and nobody else waits with it', async () => {
    const hanging = await startFileServer()
    const [slow, quick] = [await wayTo(hanging, 20), await wayTo()]
    const hubs = [slow.hub(), quick.hub()]
    await slow.office.done(slow.office.drop(await letterOf(slow), 'before'))
    hanging.freeze()
    const file = slow.office.drop(await letterOf(slow), 'meanwhile')
    const { message } = await slow.memory.send('xa', 'readmission-application')
    let ended = false
    const attempt = slow.memory.deliverDue().finally(() => {
      ended = true
    })
    await quick.memory.send('xa', 'readmission-application')
    await quick.memory.deliverDue()
    await quick.office.done(quick.office.drop(await letterOf(quick), 'one'))
    expect(quick.office.whole('message')).toHaveLength(1)
    expect(ended).toBe(false)
    hanging.thaw()
    await attempt
    expect((await slow.memory.store.message(message.header.messageId, 'xa'))?.deliveries[0]?.state).toBe('sent')
    await slow.office.done(file)
    for (const hub of hubs) await hub.close()
    await hanging.stop()
  })

  it('gives up an attempt after the party’s time, and goes on when the server is back', async () => {
    const hanging = await startFileServer()
    const way = await wayTo(hanging, 1)
    const hub = way.hub()
    await way.office.done(way.office.drop(await letterOf(way), 'before'))
    hanging.freeze()
    const file = way.office.drop(await letterOf(way), 'meanwhile')
    const { message } = await way.memory.send('xa', 'readmission-application')
    const state = async () => (await way.memory.store.message(message.header.messageId, 'xa'))?.deliveries[0]?.state
    await way.memory.deliverDue()
    expect(await state()).toBe('retrying')
    hanging.thaw()
    await way.memory.changeParty('xb', ({ endpoint, ...party }) => ({ ...party, endpoint: { ...endpoint, timeoutS: 20 } }))
    await way.office.done(file)
    way.memory.clock.move(60)
    await way.memory.deliverDue()
    expect(await state()).toBe('sent')
    expect(way.office.whole('message')).toHaveLength(1)
    await hub.close()
    await hanging.stop()
  })

  it('does not let in a hub with another key', async () => {
    const [way, other] = [await wayTo(), await startFileServer()]
    await other.stop()
    const stranger = partyFolders(other.clientKey, (id) => way.memory.hub.directory().party(id), SILENT)
    const document = await letterOf(way)
    const delivery = { party: 'xb', deliveryId: randomUUID(), messageId: randomUUID(), document, trace: undefined, timeoutMs: 5_000 }
    await expect(stranger.push(delivery)).rejects.toThrow(/authentication/i)
  })
})
