import { type Command, Option } from 'commander'
import { readSigningKey } from '#certs/keys.ts'
import type { Dialect } from '#core/adapter.ts'
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { DocumentKind, Element, SignatureProfile } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { signDocument } from '#core/signature/document.ts'
import { headIn, knownAdapter } from './dialects.ts'
import { documentOf } from './document.ts'
import { FILE, readInput } from './input.ts'
import { type Answer, answering } from './output.ts'

const PROFILES = { xml: 'xades', jws: 'jws', detached: 'jades', soap: 'wss' } as const satisfies Record<string, SignatureProfile>
type Form = keyof typeof PROFILES

interface Options {
  readonly key: string
  readonly cert: string
  readonly passphraseFile?: string
  readonly form?: Form
  readonly as?: string
  readonly token?: string
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
        'XAdES inside the XML, compact JWS, the detached signature alone, or a SOAP envelope; by --as or the content when left out',
      ).choices(Object.keys(PROFILES)),
    )
    .option('--as <PARTY>', 'as this party does: its signature profile, and the message must be in its format')
    .option('--token <FILE>', "what the party's portal puts into Security of an envelope, XML")
  answering(command, sign)
}

async function sign(file: string, options: Options): Promise<Answer> {
  const key = readSigningKey({
    signKeyFile: options.key,
    signCertFile: options.cert,
    ...(options.passphraseFile === undefined ? {} : { passphraseFile: options.passphraseFile }),
  })
  const document = documentOf(await readInput(file))
  const { kind, tree, unsigned } = document
  if (document.isSigned || document.mediaType === 'application/soap+xml') {
    throw new PlainError('The document is signed already, or is an envelope.', 'Give the unsigned document, without envelope.')
  }
  const adapter = options.as === undefined ? undefined : await knownAdapter(options.as)
  if (adapter && kind === 'Message') headIn(adapter.dialect, tree)
  const form = options.form ?? formOf(adapter?.signature) ?? (tree.syntax === 'xml' ? 'xml' : 'jws')
  if ((form === 'xml' || form === 'soap') !== (tree.syntax === 'xml')) {
    throw new PlainError(
      `The form ${form} does not fit ${tree.syntax === 'xml' ? 'XML' : 'JSON'}.`,
      'XML takes xml or soap; JSON takes jws or detached.',
    )
  }
  const token = await tokenFor(form, kind, adapter?.dialect, options.token)
  const { mediaType, bytes, signature } = await signDocument(kind, unsigned, PROFILES[form], key, new Date(), { token })
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

const formOf = (profile: SignatureProfile | undefined): Form | undefined =>
  (Object.keys(PROFILES) as Form[]).find((form) => PROFILES[form] === profile)

/** The element of the portal, where the party's envelopes have one. */
async function tokenFor(
  form: Form,
  kind: DocumentKind,
  dialect: Dialect | undefined,
  file: string | undefined,
): Promise<Element | undefined> {
  const wanted = form === 'soap' && kind === 'Message' ? dialect?.token : undefined
  if (!wanted && file === undefined) return undefined
  if (!wanted)
    throw new PlainError('Nothing takes this token.', 'Leave --token out: it belongs to messages in envelopes of a party with a portal.')
  if (file === undefined) throw new PlainError(`Envelopes of this party carry ${wanted.name}.`, 'Give the one of your portal with --token.')
  using parsed = parseXml(await readInput(file))
  return xmlTreeOf(parsed)
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
