/** Compiles the published JSON Schema into plain code: no evaluation of text at run time. An older version has only what is different in it. */
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { bodies, type Definitions, NAMESPACE, nameOf, statements } from './definitions.ts'
import { jsonSchema } from './json-schema.ts'
import { GENERATED } from './notice.ts'

// CommonJS, whose default export hides behind two `default`s when it is imported.
const standaloneCode: (ajv: Ajv2020, refs: { readonly [name: string]: string }) => string = createRequire(import.meta.url)(
  'ajv/dist/standalone',
).default

const documents = [
  ...['Header', ...statements.map(nameOf)].map((name) => ({ key: name, name })),
  ...bodies.map(({ type, record }) => ({ key: type, name: nameOf(record) })),
]

export const validatorsSource = (known: Definitions): string => `${GENERATED}
${compiled(known, documents)}
export const VALIDATORS = {
${rowsOf(documents)}
}
`

export function olderValidatorsSource(known: Definitions, newest: Definitions): string {
  const different = documents.filter(({ name }) => reachedFrom(name, known) !== reachedFrom(name, newest))
  return `${GENERATED}
import { VALIDATORS as NEWEST } from './validators.js'
${compiled(known, different)}
export const VALIDATORS = {
  ...NEWEST,
${rowsOf(different)}
}
`
}

type Document = (typeof documents)[number]

const rowsOf = (some: readonly Document[]): string => some.map(({ key, name }) => `  '${key}': ${name},`).join('\n')

/** Everything that judges a document, as text. */
function reachedFrom(name: string, definitions: Definitions): string {
  const { $defs } = withoutWords(jsonSchema(definitions)) as { readonly $defs: { readonly [name: string]: object } }
  const reached = new Map<string, string>()
  const reach = (one: string): void => {
    if (reached.has(one)) return
    const text = JSON.stringify($defs[one])
    reached.set(one, text)
    for (const [, next = ''] of text.matchAll(/#\/\$defs\/(\w+)/g)) reach(next)
  }
  reach(name)
  return JSON.stringify([...reached])
}

function compiled(definitions: Definitions, some: readonly Document[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    inlineRefs: false,
    // A comparison with each code, rather than a loop that needs a module of its own.
    loopEnum: 1000,
    code: { source: true, esm: true, lines: true },
  })
  ajv.addSchema({ ...withoutWords(jsonSchema(definitions)), $id: NAMESPACE })
  const refs = Object.fromEntries(some.map(({ name }) => [name, `${NAMESPACE}#/$defs/${name}`]))
  return selfContained(standaloneCode(ajv, refs))
}

/** What is written for people would be copied into the code. */
const withoutWords = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value))

/** Ajv asks for its own counter with `require`, which ES modules do not have; so the code needs no module at all. */
function selfContained(source: string): string {
  const written = source.replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints')
  if (written.includes('require(')) throw new Error('the validators ask for a module that is not known here')
  return `${CODE_POINTS}\n${written}`
}

const CODE_POINTS = `function codePoints(text) {
  let count = 0
  for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) count += 1
  return count
}`

export function validatorTypesSource(): string {
  return `${GENERATED}
import type { MessageType } from './types.ts'

/** True if valid; what was wrong stands in \`errors\` until the next call. */
interface Validate {
  (value: unknown): boolean
  readonly errors?:
    | readonly {
        readonly keyword: string
        readonly instancePath: string
        readonly params: Readonly<Record<string, unknown>>
      }[]
    | null
}

export const VALIDATORS: { readonly [name in MessageType | 'Header' | 'Receipt' | 'Problem']: Validate }
`
}
