import type { Command } from 'commander'
import { dialectNamed } from '#adapters/load.ts'
import type { Dialect } from '#core/adapter.ts'
import type { Verified } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { readReceipt } from '#core/signature/receipt.ts'
import { dialectOfTree, headIn, knownDialects } from './dialects.ts'
import { documentOf, type FileDocument } from './document.ts'
import { FILE, readInput, readSignature, timeOf } from './input.ts'
import { type Answer, answering, refusalOf } from './output.ts'
import { provenBy } from './trust.ts'

interface Options {
  readonly ca: string
  readonly signature?: string
  readonly crl?: string
  readonly at?: string
  readonly as?: string
}

/** `korpu verify`: whether the signature of a message, receipt or problem holds, by the CA alone. */
export function addTo(program: Command): void {
  const command = program
    .command('verify')
    .description('check the signature of a message, receipt or problem')
    .argument('FILE', FILE)
    .requiredOption('--ca <FILE>', 'CA certificates to trust, PEM')
    .option('--signature <FILE>', 'the detached signature (JWS-Signature) of a JSON document')
    .option('--crl <FILE>', 'revocation list of the CA, PEM or DER')
    .option('--at <TIME>', 'when the certificates must be valid, UTC; now when left out')
    .option('--as <PARTY>', "the message must be in this party's format")
  answering(command, verify)
}

async function verify(file: string, { ca, crl, ...options }: Options): Promise<Answer> {
  const bytes = await readInput(file)
  const document = documentOf(bytes)
  const { mediaType, kind } = document
  const signature = await readSignature(options.signature)
  if (signature !== undefined && mediaType !== 'application/json') {
    throw new PlainError(
      'A detached signature goes with a JSON document only.',
      'Leave --signature out: this document has its signature inside.',
    )
  }
  const trust = { ca, at: timeOf(options.at), ...(crl === undefined ? {} : { crl }) }
  try {
    const dialect = await dialectFor(document, options.as)
    const expect = { kind, root: dialect?.root, token: dialect?.token, from: 'partner' } as const
    const verified = await provenBy(trust, { bytes, mediaType, signature }, expect)
    if (kind === 'Receipt') readReceipt(verified.tree)
    return verdictOf(document, verified)
  } catch (error) {
    return refusalOf(error)
  }
}

/** The dialect of a message, named or seen by its root; other documents have none. */
async function dialectFor({ tree, kind }: FileDocument, as: string | undefined): Promise<Dialect | undefined> {
  if (kind !== 'Message') return undefined
  const dialects = await knownDialects()
  if (as === undefined) return tree.syntax === 'xml' ? dialectOfTree(tree, dialects) : undefined
  const dialect = dialectNamed(as, dialects)
  headIn(dialect, tree)
  return dialect
}

function verdictOf({ kind, mediaType }: FileDocument, { signer, digest, signatureDigest }: Verified): Answer {
  const signedAt = signer.signedAt.toISOString()
  return {
    yes: true,
    lines: [
      `yes: the signature of this ${kind.toLowerCase()} holds`,
      `  signed by ${signer.party}`,
      `  signed at ${signedAt}`,
      `  certificate ${signer.certificate.sha256}`,
      `  digest ${digest}`,
    ],
    json: {
      ok: true,
      kind,
      mediaType,
      signer: signer.party,
      certificateSha256: signer.certificate.sha256,
      signedAt,
      digest,
      ...(signatureDigest === undefined ? {} : { signatureDigest }),
    },
  }
}
