import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readSigningKey } from '#certs/keys.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import type { SignedDocument, Syntax } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { signDocument } from '#core/signature/document.ts'
import { problemBytesOf, receiptBytesOf } from '#core/signature/receipt.ts'
import { korpu } from '#test/command.ts'

const dir = mkdtempSync(join(tmpdir(), 'korpu-send-'))
const CA = join(dir, 'pki/ca.cert.pem')
const ID = '01a1f82f-1e80-7a8f-a560-e82076fc01fe'

interface Arrived {
  readonly path: string
  readonly mediaType: string
  readonly client: string
  readonly bytes: Uint8Array
  readonly signature: string | undefined
}
type Reply = { readonly status: number } & Partial<SignedDocument>

let server: Server
let url: string
let reply: (arrived: Arrived) => Promise<Reply>
let arrived: Arrived | undefined

const syntaxOf = (mediaType: string): Syntax => (mediaType === 'application/xml' ? 'xml' : 'json')
const profileOf = (syntax: Syntax) => (syntax === 'xml' ? 'xades' : 'jades')
const keyOf = (folder: string) => {
  const { signKey, signCert } = partyFiles(join(dir, folder), 'hub')
  return readSigningKey({ signKeyFile: signKey, signCertFile: signCert })
}

async function receiptFor({ bytes, mediaType, signature }: Arrived, pki = 'pki', digest = sha256Hex(bytes)): Promise<Reply> {
  const syntax = syntaxOf(mediaType)
  const beside = signature === undefined ? {} : { signatureDigest: sha256Hex(Buffer.from(signature)) }
  const about = { receiptId: ID, messageId: ID, conversationId: ID, digest, contentDigest: digest, event: 'SubmissionAcceptance' } as const
  const receipt = receiptBytesOf(
    { ...about, ...beside, at: new Date().toISOString(), by: 'hub', notCarried: ['/body/observations'] },
    syntax,
  )
  return { status: 202, ...(await signDocument('Receipt', receipt, profileOf(syntax), keyOf(pki), new Date())) }
}

async function problemFor({ mediaType }: Arrived): Promise<Reply> {
  const syntax = syntaxOf(mediaType)
  const problem = problemBytesOf(
    {
      type: 'urn:korpu:problem:PAYLOAD_INVALID',
      title: 'The message breaks the schema',
      status: 422,
      code: 'PAYLOAD_INVALID',
      instance: `urn:uuid:${ID}`,
      issues: [{ rule: 'required', path: '/body/subject', expected: 'familyName', hint: 'Add it.' }],
    },
    syntax,
  )
  return { status: 422, ...(await signDocument('Problem', problem, profileOf(syntax), keyOf('pki'), new Date())) }
}

async function arrivedFrom(request: IncomingMessage): Promise<Arrived> {
  return {
    path: request.url ?? '',
    mediaType: request.headers['content-type'] ?? '',
    client: String((request.socket as TLSSocket).getPeerCertificate().subject.CN),
    bytes: await buffer(request),
    signature: request.headers['jws-signature']?.toString(),
  }
}

async function answerTo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  arrived = await arrivedFrom(request)
  const { status, bytes, signature } = await reply(arrived)
  if (signature !== undefined) response.setHeader('JWS-Signature', signature)
  response.writeHead(status).end(bytes)
}

beforeAll(async () => {
  await makeDevelopmentPki(join(dir, 'pki'), ['de'])
  await makeDevelopmentPki(join(dir, 'foreign'), ['de'])
  const { tlsKey, tlsCert } = partyFiles(join(dir, 'pki'), 'hub')
  const tls = { key: readFileSync(tlsKey), cert: readFileSync(tlsCert), ca: readFileSync(CA), requestCert: true }
  server = createServer(tls, (request, response) => void answerTo(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://localhost:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  arrived = undefined
  reply = (message) => receiptFor(message)
})
afterAll(() => {
  server.close()
  rmSync(dir, { recursive: true })
})

const signing = () => ['--key', partyFiles(join(dir, 'pki'), 'de').signKey, '--cert', partyFiles(join(dir, 'pki'), 'de').signCert]
const connecting = (ca = CA) => [
  '--url',
  url,
  '--key',
  partyFiles(join(dir, 'pki'), 'de').tlsKey,
  '--cert',
  partyFiles(join(dir, 'pki'), 'de').tlsCert,
  '--ca',
  ca,
]

/** Signed once: what is tested here is what happens to it afterwards. */
const messages = new Map<string, Promise<Buffer>>()
function messageIn(syntax: Syntax, ...form: string[]): Promise<Buffer> {
  const name = [syntax, ...form].join(' ')
  const message = messages.get(name) ?? signedMessage(syntax, form)
  messages.set(name, message)
  return message
}

async function signedMessage(syntax: Syntax, form: readonly string[]): Promise<Buffer> {
  return (await korpu(['sign', `schemas/published/samples/acknowledgement.full.${syntax}`, ...signing(), ...form])).out
}

async function send(message: Uint8Array, ...more: string[]) {
  const { code, out, err } = await korpu(['send', '-', ...connecting(), '--json', ...more], message)
  return { code, err, report: JSON.parse(out.toString()) }
}

describe('korpu send', () => {
  it('submits XML as the party and finds its receipt good', async () => {
    const message = await messageIn('xml')
    const { code, report } = await send(message)
    expect(arrived).toMatchObject({ path: '/v1/messages', mediaType: 'application/xml', client: 'de' })
    expect(Buffer.from(arrived?.bytes ?? '')).toEqual(message)
    expect(code).toBe(0)
    expect(report).toMatchObject({
      ok: true,
      status: 202,
      signer: 'CN=hub,O=Körpü development',
      receipt: { receiptId: ID, notCarried: ['/body/observations'] },
    })
  })

  it('submits JSON beside its signature', async () => {
    const signature = join(dir, 'message.sig')
    writeFileSync(signature, await messageIn('json', '--form', 'detached'))
    const { code } = await send(readFileSync('schemas/published/samples/acknowledgement.full.json'), '--signature', signature)
    expect(arrived?.signature).toMatch(/^[\w-]+\.\.[\w-]+$/)
    expect([arrived?.mediaType, code]).toEqual(['application/json', 0])
  })

  it('submits a compact JWS', async () => {
    const { code } = await send(await messageIn('json'))
    expect([arrived?.mediaType, code]).toEqual(['application/jose', 0])
  })

  it('says no to a receipt for other bytes', async () => {
    reply = (message) => receiptFor(message, 'pki', 'b'.repeat(64))
    const { code, report } = await send(await messageIn('xml'))
    expect([code, report.reason]).toEqual([1, 'the receipt is for other bytes'])
  })

  it('says no to a receipt of somebody else', async () => {
    reply = (message) => receiptFor(message, 'foreign')
    const { code, report } = await send(await messageIn('xml'))
    expect([code, report.code]).toEqual([1, 'CERTIFICATE_UNTRUSTED'])
  })

  it('says no to a problem in place of a receipt', async () => {
    reply = async (message) => ({ ...(await problemFor(message)), status: 202 })
    const { code, report } = await send(await messageIn('json'))
    expect([code, report.code]).toEqual([1, 'SIGNATURE_INVALID'])
  })

  it.each(['xml', 'json'] as const)('shows why a %s message was refused, and who says so', async (syntax) => {
    reply = problemFor
    const { code, report } = await send(await messageIn(syntax))
    expect(code).toBe(1)
    expect(report).toMatchObject({ ok: false, status: 422, code: 'PAYLOAD_INVALID', signer: 'CN=hub,O=Körpü development' })
    expect(report.issues).toEqual([{ rule: 'required', path: '/body/subject', expected: 'familyName', hint: 'Add it.' }])
  })

  it('shows an unsigned problem as such', async () => {
    reply = async (message) => ({ ...(await problemFor(message)), signature: undefined })
    const { code, report } = await send(await messageIn('json'))
    expect([code, report.code, report.signer]).toEqual([1, 'PAYLOAD_INVALID', null])
  })

  it('says no to a problem whose signature does not hold', async () => {
    reply = async (message) => {
      const problem = await problemFor(message)
      return { ...problem, bytes: Buffer.concat([problem.bytes ?? Buffer.alloc(0), Buffer.from(' ')]) }
    }
    const { code, report } = await send(await messageIn('json'))
    expect([code, report.code]).toEqual([1, 'SIGNATURE_INVALID'])
  })

  it('leaves the outcome open when the hub is unavailable', async () => {
    reply = async () => ({ status: 503 })
    const { code, report } = await send(await messageIn('xml'))
    expect([code, report.error]).toEqual([2, 'The hub answered 503: the outcome is unknown.'])
  })

  it('does not talk to a server of another CA, to nobody, or without TLS', async () => {
    const message = await messageIn('xml')
    const foreign = await korpu(['send', '-', ...connecting(join(dir, 'foreign/ca.cert.pem'))], message)
    expect([foreign.code, foreign.err]).toEqual([2, expect.stringContaining('There is no answer from localhost')])
    expect(arrived).toBeUndefined()
    const nobody = await korpu(['send', '-', ...connecting(), '--url', 'https://localhost:1'], message)
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('(ECONNREFUSED)')])
    const plain = await korpu(['send', '-', ...connecting(), '--url', 'http://localhost:1'], message)
    expect([plain.code, plain.err]).toEqual([2, expect.stringContaining('not one of HTTPS')])
  })
})
