import { type Command, Option } from 'commander'
import { readSigningKey } from '#certs/keys.ts'
import type { SignatureProfile } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { signDocument } from '#core/signature/document.ts'
import { documentOf } from './document.ts'
import { FILE, readInput } from './input.ts'
import { type Answer, answering } from './output.ts'

const PROFILES = { xml: 'xades', jws: 'jws', detached: 'jades' } as const satisfies Record<string, SignatureProfile>
type Form = keyof typeof PROFILES

interface Options {
  readonly key: string
  readonly cert: string
  readonly passphraseFile?: string
  readonly form?: Form
}

/** `korpu sign`: a signed message, receipt or problem on standard output. */
export function addTo(program: Command): void {
  const command = program
    .command('sign')
    .description('sign a message or receipt; the result goes to standard output')
    .argument('FILE', FILE)
    .requiredOption('--key <FILE>', 'private key, PEM, readable by its owner only')
    .requiredOption('--cert <FILE>', 'its certificate, PEM')
    .option('--passphrase-file <FILE>', 'file with the passphrase of the key')
    .addOption(
      new Option(
        '--form <FORM>',
        'XAdES inside the XML, compact JWS, or the detached signature alone; by the content when left out',
      ).choices(Object.keys(PROFILES)),
    )
  answering(command, sign)
}

async function sign(file: string, options: Options): Promise<Answer> {
  const key = readSigningKey({
    signKeyFile: options.key,
    signCertFile: options.cert,
    ...(options.passphraseFile === undefined ? {} : { passphraseFile: options.passphraseFile }),
  })
  const { kind, tree, unsigned, isSigned } = documentOf(await readInput(file))
  if (isSigned) throw new PlainError('The document is signed already.', 'Give the unsigned document.')
  const form = options.form ?? (tree.syntax === 'xml' ? 'xml' : 'jws')
  if ((form === 'xml') !== (tree.syntax === 'xml')) {
    throw new PlainError(
      `The form ${form} does not fit ${tree.syntax === 'xml' ? 'XML' : 'JSON'}.`,
      'XML takes xml; JSON takes jws or detached.',
    )
  }
  const { mediaType, bytes, signature } = await signDocument(kind, unsigned, PROFILES[form], key, new Date())
  const product = signature === undefined ? bytes : Buffer.from(`${signature}\n`)
  return {
    yes: true,
    lines: [],
    product,
    json: {
      ok: true,
      kind,
      form,
      algorithm: key.algorithm.id,
      mediaType,
      ...(signature === undefined ? { document: textOf(bytes) } : { signature }),
    },
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
