/** Compiles the published JSON Schema into plain code: no evaluation of text at run time. */
import { createRequire } from 'node:module'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { bodies, type Definitions, NAMESPACE, nameOf, statements } from './definitions.ts'
import { jsonSchema } from './json-schema.ts'
import { GENERATED } from './notice.ts'

// The module is CommonJS and hides its function behind `default` twice when imported.
const standaloneCode: (ajv: Ajv2020, refs: { readonly [name: string]: string }) => string = createRequire(import.meta.url)('ajv/dist/standalone').default

const documents = ['Header', ...statements.map(nameOf), ...bodies.map(({ record }) => nameOf(record))]

export function validatorsSource(definitions: Definitions): string {
  const ajv = new Ajv2020({ allErrors: true, inlineRefs: false, loopEnum: 1000, code: { source: true, esm: true, lines: true } })
  ajv.addSchema(jsonSchema(definitions))
  const refs = Object.fromEntries(documents.map((name) => [name, `${NAMESPACE}#/$defs/${name}`]))
  return `${GENERATED}\n${importingLength(standaloneCode(ajv, refs))}\n`
}

/** Ajv asks for its own code-point counter with \`require\`, which ES modules do not have. */
function importingLength(source: string): string {
  const asked = /const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;?/g
  const written = source.replace(asked, 'const $1 = codePoints;')
  if (written.includes('require(')) throw new Error('the validators ask for a module that is not known here')
  return `import ucs2length from 'ajv/dist/runtime/ucs2length.js'\nconst codePoints = ucs2length.default;\n${written}`
}

export function validatorTypesSource(): string {
  return `${GENERATED}
interface Validate {
  (value: unknown): boolean
  errors?: readonly {
    readonly keyword: string
    readonly instancePath: string
    readonly params: Readonly<Record<string, unknown>>
  }[] | null
}
${documents.map((name) => `export const ${name}: Validate`).join('\n')}
`
}
