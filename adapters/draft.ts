/**
 * The first draft of a party's folder, as text: the canonical shape, one row for each field, in the party's own namespace. Made from the same
 * shapes that the hub reads with, so that nothing is forgotten; to be changed row by row into what the party really speaks.
 */
import type { PartyId, Syntax } from '#core/message.ts'
import { elementOf, MESSAGE_TYPES, type MessageType, type RecordShape, type Shape, shapeOf } from '#schemas/index.ts'

export interface Draft {
  readonly party: PartyId
  /** What the party is, for people. */
  readonly title: string
  readonly syntax: Syntax
}

/** Source text by its name in the folder. */
export function draftOf(draft: Draft): ReadonlyMap<string, string> {
  return new Map([
    ['adapter.ts', adapterText(draft)],
    ['README.md', readmeText(draft)],
    ['messages/records.ts', recordsText(draft)],
    ...MESSAGE_TYPES.map((type) => [`messages/${type}.ts`, messageText(type, draft)] as const),
  ])
}

/** A first namespace of the party's own; for XML only. */
const namespaceOf = (party: PartyId): string => `urn:korpu:dialect:${party}:1`

function adapterText({ party, title, syntax }: Draft): string {
  const imports = MESSAGE_TYPES.map((type) => `import { ${constantOf(type)} } from './messages/${type}.ts'`).toSorted()
  const actions = MESSAGE_TYPES.map((type) => (type === constantOf(type) ? `    ${type},` : `    '${type}': ${constantOf(type)},`))
  const wire = syntax === 'xml' ? [`  root: { name: 'Message', namespace: '${namespaceOf(party)}' },`] : []
  const head = syntax === 'xml' ? 'Header' : 'header'
  return lines(
    `/** ${title}. What of it is published convention and what is assumption is told in README.md. */`,
    importsOf(['block', ...wordsIn(shapeOf('Header')), 'type Rows']).replace('block, ', ''),
    `import { defineAdapter } from '#core/mapping.ts'`,
    `import type { Header } from '#schemas/index.ts'`,
    ...imports,
    '',
    'const header: Rows<Header> = {',
    ...rowsOf(shapeOf('Header'), syntax, `${head}/`),
    '}',
    '',
    'export default defineAdapter({',
    `  party: '${party}',`,
    `  title: ${quoted(title)},`,
    `  signature: '${syntax === 'xml' ? 'xades' : 'jades'}',`,
    `  syntax: '${syntax}',`,
    ...wire,
    '  header,',
    '  /** The types that the party takes part in: leave out a row, and what belongs to it, where it does not. */',
    '  actions: {',
    ...actions,
    '  },',
    '})',
  )
}

/** A body, and the records that stand in no other. */
function messageText(type: MessageType, { syntax }: Draft): string {
  const shape = shapeOf(type)
  const own = recordsIn(shape).filter(({ name }) => !isShared(name))
  const records = [...own, shape]
  const shared = [...new Set(records.flatMap(innerOf))].filter(isShared).map(constantOfRecord).toSorted()
  const names = [...new Set(records.map(({ name }) => name))].toSorted()
  return lines(
    importsOf(['block', ...records.flatMap(wordsIn), ...(own.length > 0 ? ['type Rows'] : [])]),
    `import type { ${names.join(', ')} } from '#schemas/generated/types.ts'`,
    ...(shared.length > 0 ? [importLine(shared, './records.ts')] : []),
    '',
    ...own.flatMap((record) => [...recordText(record, syntax, 'const'), '']),
    `export const ${constantOf(type)} = block<${shape.name}>('${bodyPath(type, syntax)}', {`,
    ...rowsOf(shape, syntax),
    '})',
  )
}

function recordsText({ syntax }: Draft): string {
  const names = SHARED.map(({ name }) => name).toSorted()
  return lines(
    '/** What several messages share. A record stands after those that it uses. */',
    importsOf([...SHARED.flatMap(wordsIn), 'type Rows']),
    importLine(names, '#schemas/generated/types.ts', 'import type'),
    '',
    ...SHARED.flatMap((record, at) => [...(at > 0 ? [''] : []), ...recordText(record, syntax, 'export const')]),
  )
}

const recordText = (shape: RecordShape, syntax: Syntax, keyword: string): readonly string[] => [
  `${keyword} ${constantOfRecord(shape.name)}: Rows<${shape.name}> = {`,
  ...rowsOf(shape, syntax),
  '}',
]

const bodyPath = (type: MessageType, syntax: Syntax): string => (syntax === 'xml' ? `Body/${elementOf(type)}` : 'body')

/** One line a field. A list has an element around its items in XML, and none in JSON. */
function rowsOf(shape: RecordShape, syntax: Syntax, before = ''): readonly string[] {
  return shape.fields.map(({ name, element, shape: held }) => {
    const place = before + (syntax === 'xml' ? element : name)
    return `  ${name}: ${rowOf(held, syntax === 'xml' && held.kind === 'list' ? `${place}/${held.item}` : place)},`
  })
}

function rowOf(shape: Shape, place: string): string {
  if (shape.kind === 'record') return `block('${place}', ${constantOfRecord(shape.name)})`
  if (shape.kind !== 'list') return `'${place}'`
  return shape.shape.kind === 'record' ? `list('${place}', ${constantOfRecord(shape.shape.name)})` : `values('${place}', '.')`
}

/** The words of the mapping language that its rows need. */
const wordsIn = (shape: RecordShape): readonly string[] =>
  shape.fields.flatMap(({ shape: held }) => {
    if (held.kind === 'record') return ['block']
    if (held.kind !== 'list') return []
    return [held.shape.kind === 'record' ? 'list' : 'values']
  })

const innerOf = (shape: RecordShape): readonly string[] =>
  shape.fields.flatMap(({ shape: held }) => {
    const inner = held.kind === 'list' ? held.shape : held
    return inner.kind === 'record' ? [inner.name] : []
  })

/** Every record inside, each once, after those that it uses. */
function recordsIn(shape: RecordShape): readonly RecordShape[] {
  const inner = shape.fields.map(({ shape: held }) => (held.kind === 'list' ? held.shape : held)).filter((held) => held.kind === 'record')
  const all = inner.flatMap((record) => [...recordsIn(record), record])
  return all.filter(({ name }, at) => all.findIndex((one) => one.name === name) === at)
}

const uses = Map.groupBy(
  MESSAGE_TYPES.flatMap((type) => recordsIn(shapeOf(type)).map((record) => ({ record, type }))),
  ({ record }) => record.name,
)

const isShared = (name: string): boolean => (uses.get(name)?.length ?? 0) > 1

const SHARED: readonly RecordShape[] = [...uses.values()].flatMap((found) => (found.length > 1 && found[0] ? [found[0].record] : []))

/** `case-closure` is `caseClosure`. */
const constantOf = (type: MessageType): string => type.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const constantOfRecord = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

const importsOf = (words: readonly string[]): string => {
  const order = ['block', 'list', 'type Rows', 'values']
  return importLine(
    order.filter((word) => words.includes(word)),
    '#core/mapping/rows.ts',
  )
}

const LINE = 140

/** Names in their order; on lines of their own where they are too many for one. */
function importLine(names: readonly string[], from: string, keyword = 'import'): string {
  const short = `${keyword} { ${names.join(', ')} } from '${from}'`
  if (short.length <= LINE) return short
  return `${keyword} {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}'`
}

/** As a formatter writes it: in the quotes that need no escape. */
const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`)
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

function readmeText({ party, title, syntax }: Draft): string {
  const how =
    syntax === 'xml' ? `XML in the namespace \`${namespaceOf(party)}\`, signed with XAdES inside` : 'JSON, signed with JAdES beside it'
  return `# ${title} (\`${party}\`)

${how}. A first draft: the fields of the canonical standard under their own names. Change it row by row into what the party speaks.

| file | what |
| --- | --- |
| \`adapter.ts\` | head, which types |
| \`messages/<type>.ts\` | a body; the key of a row is the canonical field, its value the place |
| \`messages/records.ts\` | what several bodies share |
| \`interface.md\` | what the party's engineers get: written by \`npm run generate\` |
| \`fixtures/<type>.<small\\|full>.json\`, \`.wire.${syntax}\` | pairs, written by \`node adapters/golden.ts ${party}\`; read the difference before you commit it |
| \`fixtures/refused/<what>.<CODE>.${syntax}\` | what is refused, and with which code; written by hand |

## What is published convention

Nothing yet. Name each convention with its source, and say of everything else that it is an assumption.
`
}
