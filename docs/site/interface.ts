/** The interface document of a party with an adapter, in Markdown: all that its engineers need to write to the hub and to read what it sends them. */
import type { Adapter } from '#core/adapter.ts'
import { isMapped } from '#core/mapping/dialect.ts'
import type { SignatureProfile, Syntax } from '#core/message.ts'
import type { CodeList } from '#schemas/codelists/code-list.ts'
import { isList, isRecord } from '#schemas/generate/definitions.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { header } from '#schemas/model/header.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import type { Leaf, ModelType } from '#schemas/vocabulary.ts'
import { bodyOf, codeLists, type Place, placesIn, titleOf } from './model.ts'
import { OPERATIONS } from './operations.ts'

export function interfaceOf(adapter: Adapter): string {
  const { party, title, dialect, signature } = adapter
  const types = dialect.types ?? MESSAGE_TYPES
  const [first = MESSAGE_TYPES[0] as MessageType] = types
  return [
    `# Interface of ${party}`,
    `${title}. Written from the adapter that the hub runs with: what stands here is what the hub reads and writes.`,
    `- **Format:** ${formOf(adapter)}`,
    `- **Message types:** ${types.length} of ${MESSAGE_TYPES.length}`,
    `- **Assumptions:** which of this is published convention of the state and which is our assumption stands in \`adapters/${party}/README.md\`.`,
    '## Endpoints',
    `HTTPS with mutual TLS; what each takes and answers is told under [API](api.html).`,
    table(
      ['what', 'does'],
      OPERATIONS.filter(({ proven }) => proven).map(({ method, path, summary }) => [`\`${method.toUpperCase()} ${path}\``, summary]),
    ),
    `Deliveries come by push to the address that the operators have registered, or wait in the mailbox, as agreed: the same signed bytes. Each is answered with a [signed receipt](receipts.html).`,
    '## Signature',
    SIGNING[signature],
    'Algorithms and registration: [Signing](signing.html).',
    '## Header',
    fieldsTable(adapter, first, placesIn(header, { pointer: '/header', xpath: '' })),
    ...codesSection(adapter, types),
    '## Messages',
    ...types.flatMap((type) => messageSection(adapter, type)),
    '',
  ].join('\n\n')
}

function formOf({ dialect }: Adapter): string {
  if (!isMapped(dialect)) return `the canonical standard in ${dialect.syntax.toUpperCase()}; every type has [a page of its own](index.html)`
  if (!dialect.root) return 'JSON, in names of its own'
  return `XML, root \`${dialect.root.name}\`, every element in the namespace \`${dialect.root.namespace}\``
}

const SIGNING: Readonly<Record<SignatureProfile, string>> = {
  xades: `XAdES baseline B-B, enveloped: the last child of the root, over the whole document.

\`\`\`sh
npx korpu sign message.xml --key sign.key.pem --cert sign.cert.pem > signed.xml
curl --cert tls.cert.pem --key tls.key.pem --cacert hub.ca.pem -H "Content-Type: application/xml" --data-binary @signed.xml https://hub.example/v1/messages
\`\`\``,
  jades: `JAdES baseline B-B, detached: over the exact bytes of the body, in the HTTP header \`JWS-Signature\`.

\`\`\`sh
npx korpu sign message.json --form detached --key sign.key.pem --cert sign.cert.pem > message.jws
curl --cert tls.cert.pem --key tls.key.pem --cacert hub.ca.pem -H "Content-Type: application/json" -H "JWS-Signature: $(cat message.jws)" --data-binary @message.json https://hub.example/v1/messages
\`\`\``,
  jws: `JAdES baseline B-B, compact: the message is the payload of the JWS.

\`\`\`sh
npx korpu sign message.json --form jws --key sign.key.pem --cert sign.cert.pem > message.jose
curl --cert tls.cert.pem --key tls.key.pem --cacert hub.ca.pem -H "Content-Type: application/jose" --data-binary @message.jose https://hub.example/v1/messages
\`\`\``,
  wss: `WS-Security in a SOAP 1.2 envelope, with WS-Addressing and an X.509 token; the message is the only child of \`Body\`. Each part that must be signed is told under [Signing](signing.html).

\`\`\`sh
curl --cert tls.cert.pem --key tls.key.pem --cacert hub.ca.pem -H "Content-Type: application/soap+xml" --data-binary @envelope.xml https://hub.example/v1/soap
\`\`\``,
}

function messageSection(adapter: Adapter, type: MessageType): readonly string[] {
  const [title] = titleOf(type)
  const { syntax } = adapter.dialect
  return [
    `### ${title} (${type})`,
    fieldsTable(adapter, type, placesIn(bodyOf(type), { pointer: '/body', xpath: '' })),
    `Shortest message, unsigned; a full one is \`adapters/${adapter.party}/fixtures/${type}.full.wire.${syntax}\`.`,
    `\`\`\`${syntax}\n${new TextDecoder().decode(adapter.dialect.bytesOf(sampleOf(type, 'small')))}\n\`\`\``,
  ]
}

/** One row for each value that a message may say, in the order of the standard. */
function fieldsTable(adapter: Adapter, type: MessageType, places: readonly Place[]): string {
  const rows = places.flatMap((place) => {
    const held = heldBy(place.field.type)
    if (!held) return []
    const need = place.field.required ? 'yes' : ''
    return [[`\`${place.pointer}\``, need, placeOf(adapter, type, place), saidBy(adapter, type, place, held), place.field.definition[0]]]
  })
  return table(['canonical field', 'required', 'place', 'value', 'what it says'], rows)
}

function placeOf({ dialect }: Adapter, type: MessageType, { pointer }: Place): string {
  if (isMapped(dialect) && dialect.bindingsOf(type, leafOf(pointer)).length === 0) return 'not carried'
  return `\`${repeated(dialect.pathOf(pointer.replaceAll('{i}', '0'), type), dialect.syntax)}\``
}

const repeated = (path: string, syntax: Syntax): string =>
  syntax === 'xml' ? path.replaceAll('[1]', '[n]') : path.replaceAll(/\/0(?=\/|$)/g, '/{i}')

function saidBy(adapter: Adapter, type: MessageType, { pointer }: Place, { facts }: Leaf): string {
  if (facts.codes) return `code of ${facts.codes.name}`
  const expected = formatsOf(adapter, type, leafOf(pointer)).map((format) => format.expected)
  return [...new Set([...expected, facts.expected[0]])].join('; ')
}

/** The names of codes, where they are others than the standard's. */
function codesSection(adapter: Adapter, types: readonly MessageType[]): readonly string[] {
  const names = new Map<CodeList, Set<string>>()
  for (const type of types) {
    for (const { field, pointer } of [
      ...placesIn(header, { pointer: '/header', xpath: '' }),
      ...placesIn(bodyOf(type), { pointer: '/body', xpath: '' }),
    ]) {
      const codes = heldBy(field.type)?.facts.codes
      const formats = formatsOf(adapter, type, leafOf(pointer))
      if (!codes || formats.length === 0) continue
      const found = names.get(codes) ?? new Set()
      for (const code of Object.keys(codes.codes)) {
        const wire = formats.map((format) => format.toWire(code)).find((said) => said !== undefined)
        if (wire !== code) found.add(`${code}\n${wire ?? 'not carried'}`)
      }
      names.set(codes, found)
    }
  }
  const named = codeLists.filter((list) => (names.get(list)?.size ?? 0) > 0)
  return [
    '## Codes',
    named.length > 0
      ? 'Codes that are called otherwise than in [the standard](codes.html); all others stand as they are.'
      : 'Those of [the standard](codes.html), as they are.',
    ...named.map((list) => `### ${list.title[0]} (${list.name})\n\n${table(['canonical', 'in messages', 'meaning'], rowsOf(list, names))}`),
  ]
}

const rowsOf = (list: CodeList, names: ReadonlyMap<CodeList, ReadonlySet<string>>): readonly (readonly string[])[] =>
  [...(names.get(list) ?? [])].map((pair) => {
    const [code = '', wire = ''] = pair.split('\n')
    return [`\`${code}\``, `\`${wire}\``, list.codes[code]?.[0] ?? '']
  })

const formatsOf = ({ dialect }: Adapter, type: MessageType, leaf: string) =>
  isMapped(dialect) ? dialect.bindingsOf(type, leaf).flatMap(({ format }) => format ?? []) : []

/** `/body/children/{i}/birthDate` is `body.children[].birthDate`. */
const leafOf = (pointer: string): string => pointer.slice(1).replaceAll('/{i}', '[]').replaceAll('/', '.')

/** The leaf that a field says, one or many of; nothing for a record. */
function heldBy(type: ModelType): Leaf | undefined {
  const inner = isList(type) ? type.items : type
  return isList(inner) || isRecord(inner) ? undefined : inner
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
