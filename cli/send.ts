import type { Command } from 'commander'
import { readCertificates, readPrivateKey, readText } from '#certs/pem.ts'
import type { Inbound, JsonObject, Receipt } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { readProblem, readReceipt } from '#core/signature/receipt.ts'
import { documentOf } from './document.ts'
import { FILE, readInput, readSignature } from './input.ts'
import { type Answer, answering, jsonOf, lineOf, refusalOf } from './output.ts'
import { type HubAnswer, post } from './post.ts'
import { provenBy } from './trust.ts'

interface Options {
  readonly url: string
  readonly cert: string
  readonly key: string
  readonly ca: string
  readonly signature?: string
}

/** `korpu send`: submits a signed message as a partner would, and checks the receipt. */
export function addTo(program: Command): void {
  const command = program
    .command('send')
    .description('submit a signed message to a hub and check its receipt')
    .argument('FILE', FILE)
    .requiredOption('--url <URL>', "the hub's exchange API, for example https://localhost:8443")
    .requiredOption('--cert <FILE>', 'TLS client certificate, PEM')
    .requiredOption('--key <FILE>', 'its private key, PEM, readable by its owner only')
    .requiredOption('--ca <FILE>', "CA certificates of the hub's TLS and signing certificates, PEM")
    .option('--signature <FILE>', 'the detached signature (JWS-Signature) of a JSON message')
  answering(command, send)
}

type Sent = Pick<Inbound, 'bytes' | 'mediaType' | 'signature'>

async function send(file: string, options: Options): Promise<Answer> {
  const bytes = await readInput(file)
  const sent: Sent = { bytes, mediaType: documentOf(bytes).mediaType, signature: await readSignature(options.signature) }
  readCertificates(options.cert)
  const tls = {
    cert: readText(options.cert),
    key: readPrivateKey(options.key).export({ type: 'pkcs8', format: 'pem' }),
    ca: readText(options.ca),
  }
  const answer = await post(messagesAt(options.url, sent), tls, sent)
  try {
    return answer.status < 300 ? await accepted(sent, answer, options.ca) : await refused(answer, options.ca)
  } catch (error) {
    return refusalOf(error)
  }
}

/** Where messages are submitted, in envelopes or not, unless the address names a path itself. */
function messagesAt(text: string, { mediaType }: Sent): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:') throw new PlainError('The address is not one of HTTPS.', 'Write it like https://localhost:8443.')
  return url.pathname === '/' ? new URL(mediaType === 'application/soap+xml' ? '/v1/soap' : '/v1/messages', url) : url
}

async function accepted(sent: Sent, answer: HubAnswer, ca: string): Promise<Answer> {
  const { tree, signer } = await provenBy({ ca, at: new Date() }, answer, { kind: 'Receipt', root: undefined, from: 'hub' })
  const receipt = readReceipt(tree)
  const reason = faultOf(receipt, sent)
  if (reason !== undefined) {
    return { yes: false, lines: [`no: accepted, but ${reason}`], json: { ok: false, status: answer.status, reason } }
  }
  return {
    yes: true,
    lines: [
      `yes: accepted, and the receipt holds (${receipt.event}, ${receipt.at})`,
      `  receipt ${receipt.receiptId} for message ${receipt.messageId}`,
      `  signed by ${signer.party}`,
      ...(receipt.notCarried ?? []).map((path) => `  not carried: ${path}`),
      ...(receipt.flagged ?? []).map(({ rule, path }) => `  flagged: ${rule} at ${path}`),
    ],
    json: { ok: true, status: answer.status, signer: signer.party, receipt: receipt as unknown as JsonObject },
  }
}

/** What keeps a receipt from being the hub's for exactly what was sent. */
function faultOf(receipt: Receipt, { bytes, signature }: Sent): string | undefined {
  if (receipt.by !== 'hub') return 'the receipt is not one of the hub'
  if (receipt.event !== 'SubmissionAcceptance') return 'the receipt states something else than acceptance'
  if (receipt.digest !== sha256Hex(bytes)) return 'the receipt is for other bytes'
  const signatureDigest = signature === undefined ? undefined : sha256Hex(Buffer.from(signature))
  return receipt.signatureDigest === signatureDigest ? undefined : 'the receipt is for another signature'
}

/** Strangers get unsigned problems; a signature that is there must hold. */
async function refused(answer: HubAnswer, ca: string): Promise<Answer> {
  const { kind, tree, isSigned } = documentOf(answer.bytes)
  if (kind !== 'Problem') {
    throw new PlainError(`The hub answered ${answer.status} without a problem document.`, 'Check that the address is a hub.')
  }
  const proven =
    isSigned || answer.signature !== undefined
      ? await provenBy({ ca, at: new Date() }, answer, { kind, root: undefined, from: 'hub' })
      : undefined
  const { title, code, detail, issues = [] } = readProblem(proven?.tree ?? tree)
  return {
    yes: false,
    lines: [
      `no: ${title} (${code})`,
      ...(detail === undefined ? [] : [detail]),
      ...issues.map(lineOf),
      proven ? `signed by ${proven.signer.party}` : 'not signed',
    ],
    json: { ok: false, status: answer.status, code, title, issues: jsonOf(issues), signer: proven?.signer.party ?? null },
  }
}
