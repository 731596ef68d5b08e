/** zeep and xmlsec, which we did not write, send envelopes to the hub and get envelopes from it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpsPush } from '#adapters/wire/https.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { type ExchangeServer, exchangeServer } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { letter } from '#test/letters.ts'
import { dialectOf, keysOf, leafRecord } from '#test/parties.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { describeWithTool } from './tool.ts'

const PYTHON = '/usr/bin/python3'
const PEER = `${import.meta.dirname}/soap_peer.py`
const SOAP = 'application/soap+xml'

describeWithTool([PYTHON, '-c', 'import zeep, xmlsec'], 'python3-zeep, python3-xmlsec', () => {
  const folder = mkdtempSync(join(tmpdir(), 'korpu-soap-'))
  let memory: MemoryHub
  let server: ExchangeServer
  let job: object
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text, { mode: 0o600 })
    return path
  }

  beforeAll(async () => {
    const push = httpsPush(keysOf('hub').tls, (id) => memory.hub.directory().party(id))
    memory = await memoryHub({ transports: { push } })
    const key = await throwAwayKey('P-256')
    await memory.changeParty('xa', (party) => ({
      ...party,
      serverAnchors: [keysOf('xa').tls.ca],
      certificates: [...party.certificates, leafRecord('signing', key.certificate.der)],
      endpoint: { ...party.endpoint, signature: 'wss' },
    }))
    server = await exchangeServer(memory)
    const { tls } = keysOf('xa')
    job = {
      key: file('sign.key.pem', key.privatePem),
      cert: file('sign.cert.pem', key.certificatePem),
      tlsCert: file('tls.cert.pem', tls.cert),
      tlsKey: file('tls.key.pem', tls.key),
      ca: file('ca.pem', tls.ca),
      hub: file('hub.pem', certificateOf(keysOf('hub').signing.certificate).x509.toString()),
      url: `https://localhost:${server.port}/v1/soap`,
    }
  })
  afterAll(async () => {
    await server?.close()
    rmSync(folder, { recursive: true })
  })

  const peer = async (more: object): Promise<Record<string, unknown>> => {
    const run = spawn(PYTHON, [PEER])
    const said: string[] = []
    const wrong: string[] = []
    run.stdout.on('data', (chunk) => said.push(String(chunk)))
    run.stderr.on('data', (chunk) => wrong.push(String(chunk)))
    run.stdin.end(`${JSON.stringify({ ...job, ...more })}\n`)
    const [status] = await once(run, 'close')
    if (status !== 0) throw new Error(`the peer ended with ${status}: ${wrong.join('')}`)
    return JSON.parse(said.join(''))
  }
  const message = () => {
    const written = letter('xa', 'readmission-application', new Date())
    return { id: written.header.messageId, text: new TextDecoder().decode(dialectOf('xa').bytesOf(written)) }
  }

  test('zeep sends a signed envelope and takes the signed receipt', async () => {
    const { id, text } = message()
    const answer = await peer({ act: 'send', message: text })
    expect(answer).toMatchObject({ receipt: { MessageId: id, Event: 'SubmissionAcceptance', By: 'hub' } })
  })

  test.each(['tampered', 'moved', 'wrapped'])('a %s envelope of zeep is refused with a fault that zeep reads', async (spoil) => {
    expect(await peer({ act: 'send', message: message().text, spoil })).toMatchObject({
      fault: expect.stringMatching(/Sender$/),
      code: 'SIGNATURE_INVALID',
    })
  })

  test('a foreign server checks the envelope of a delivery, and its signed envelope is the receipt', async () => {
    const run = spawn(PYTHON, [PEER])
    const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]()
    const next = async () => JSON.parse(String((await lines.next()).value))
    run.stdin.write(`${JSON.stringify({ ...job, act: 'serve' })}\n`)
    const { port } = await next()
    await memory.changeParty('xa', (party) => ({ ...party, endpoint: { ...party.endpoint, url: `https://localhost:${port}/inbox` } }))
    const sent = await memory.send('xb', 'readmission-application')
    const done = memory.deliverDue()
    const { verdict, type, envelope } = await next()
    expect({ verdict, type }).toEqual({ verdict: 'good', type: SOAP })
    const { messageId, conversationId } = sent.message.header
    const receipt = {
      receiptId: '0191f0a0-0000-7000-8000-00000000000e',
      messageId,
      conversationId,
      deliveryId: /MessageID[^>]*>urn:uuid:([^<]+)/.exec(envelope)?.[1] ?? '',
      digest: sha256Hex(Buffer.from(envelope)),
      event: 'ContentHandover',
      at: memory.clock.now().toISOString(),
      by: 'xa',
    } as const
    run.stdin.end(`${JSON.stringify({ receipt: new TextDecoder().decode(receiptBytesOf(receipt, 'xml')) })}\n`)
    await done
    const found = await memory.store.message(messageId, 'xb')
    expect(found?.deliveries[0]?.state).toBe('delivered')
    run.kill()
  })
})
