/**
 * A partner's client in JSON, with nothing but Node: signs, sends, checks the receipt, takes what waits in the mailbox.
 *
 *   node client.js HUB KEYS PARTY test FILE      FILE is a message in JSON; every check runs, nothing is stored
 *   node client.js HUB KEYS PARTY send FILE      sent as it stands
 *   node client.js HUB KEYS PARTY pull FOLDER    each message is stored in FOLDER before its receipt is signed
 *
 * KEYS is a folder with ca.cert.pem, hub.sign.cert.pem, PARTY.tls.cert.pem, PARTY.tls.key.pem, PARTY.sign.cert.pem, PARTY.sign.key.pem; keys are P-256.
 */
import { createHash, createPrivateKey, randomUUID, sign, verify, X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'

const [hub, keys, party, act, target] = process.argv.slice(2)
const read = (name) => readFileSync(join(keys, name))
const tls = { ca: read('ca.cert.pem'), cert: read(`${party}.tls.cert.pem`), key: read(`${party}.tls.key.pem`) }
const signing = {
  key: createPrivateKey(read(`${party}.sign.key.pem`)),
  certificate: new X509Certificate(read(`${party}.sign.cert.pem`)).raw,
}
const hubCertificate = new X509Certificate(read('hub.sign.cert.pem'))
const sha256 = (bytes) => createHash('sha256').update(bytes)

/** The detached signature of exactly these bytes, for the header JWS-Signature. */
function signatureOf(type, bytes) {
  const header = {
    alg: 'ES256',
    typ: type,
    iat: Math.floor(Date.now() / 1000),
    'x5t#S256': sha256(signing.certificate).digest('base64url'),
    x5c: [signing.certificate.toString('base64')],
    b64: false,
    crit: ['b64'],
  }
  const start = Buffer.from(JSON.stringify(header)).toString('base64url')
  const value = sign('sha256', Buffer.concat([Buffer.from(`${start}.`), bytes]), { key: signing.key, dsaEncoding: 'ieee-p1363' })
  return `${start}..${value.toString('base64url')}`
}

/** Throws unless the hub, and nobody else, has signed these bytes as this kind of document. */
function verifyHub(type, bytes, signature) {
  const [start, between, value] = String(signature).split('.')
  const { alg, typ, b64, 'x5t#S256': thumbprint } = JSON.parse(Buffer.from(start, 'base64url'))
  const data = Buffer.concat([Buffer.from(`${start}.`), bytes])
  const key = { key: hubCertificate.publicKey, dsaEncoding: 'ieee-p1363' }
  const ours = alg === 'ES256' && typ === type && b64 === false && thumbprint === sha256(hubCertificate.raw).digest('base64url')
  if (!ours || between !== '' || !verify('sha256', data, key, Buffer.from(value, 'base64url'))) throw new Error(`no ${type} of the hub`)
}

/** Sends over mutual TLS. Throws the problem that the hub tells. */
async function call(method, path, bytes, signature) {
  const headers = bytes ? { 'content-type': 'application/json', 'content-length': bytes.length, 'jws-signature': signature } : {}
  const answer = await new Promise((resolve, reject) => {
    const sent = request(new URL(path, hub), { method, headers, ...tls }, resolve)
    sent.on('error', reject)
    sent.end(bytes)
  })
  const body = Buffer.concat(await answer.toArray())
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${body.toString()}`)
  return { body, signature: answer.headers['jws-signature'] }
}

async function test(file) {
  const bytes = readFileSync(file)
  const { body, signature } = await call('POST', '/v1/test', bytes, signatureOf('korpu-message', bytes))
  verifyHub('korpu-test-report', body, signature)
  process.stdout.write(body)
  process.exitCode = JSON.parse(body).accepted ? 0 : 1
}

async function send(file) {
  const bytes = readFileSync(file)
  const { body, signature } = await call('POST', '/v1/messages', bytes, signatureOf('korpu-message', bytes))
  verifyHub('korpu-receipt', body, signature)
  const receipt = JSON.parse(body)
  if (receipt.digest !== sha256(bytes).digest('hex')) throw new Error('the receipt is about other bytes')
  process.stdout.write(`accepted ${receipt.messageId}\n`)
}

async function pull(folder) {
  const { body } = await call('GET', '/v1/mailbox?wait=10')
  for (const { deliveryId } of JSON.parse(body).deliveries) {
    const delivery = await call('POST', `/v1/mailbox/${deliveryId}/lease`)
    verifyHub('korpu-message', delivery.body, delivery.signature)
    const { header } = JSON.parse(delivery.body)
    writeFileSync(join(folder, `${header.messageId}.json`), delivery.body)
    const receipt = {
      receiptId: randomUUID(),
      messageId: header.messageId,
      conversationId: header.conversationId,
      deliveryId,
      digest: sha256(delivery.body).digest('hex'),
      signatureDigest: sha256(delivery.signature).digest('hex'),
      event: 'ContentHandover',
      at: new Date().toISOString(),
      by: party,
    }
    const bytes = Buffer.from(JSON.stringify(receipt))
    await call('POST', '/v1/receipts', bytes, signatureOf('korpu-receipt', bytes))
    process.stdout.write(`taken ${header.messageId}\n`)
  }
}

await { test, send, pull }[act](target)
