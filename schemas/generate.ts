/**
 * Writes everything that follows from the model: types, reader tables, validators, XSD, JSON Schema, code lists, samples.
 * `node schemas/generate.ts` writes; with `--check` it names what is stale and ends with 1.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { holidaysSource } from './generate/calendars.ts'
import { codeLists } from './generate/code-lists.ts'
import { definitions, fileOf, NEWEST, NUMBERS } from './generate/definitions.ts'
import { jsonSchema } from './generate/json-schema.ts'
import { missions } from './generate/missions.ts'
import { sampleFiles } from './generate/samples.ts'
import { shapesSource } from './generate/shapes.ts'
import { typesSource } from './generate/types.ts'
import { olderValidatorsSource, validatorsSource, validatorTypesSource } from './generate/validators.ts'
import { xsd } from './generate/xsd.ts'

const ROOM = import.meta.dirname
const FOLDERS = ['generated', 'published']

/** Path below this room, and content. */
function files(): ReadonlyMap<string, string> {
  const known = definitions()
  const older = NUMBERS.filter((number) => number !== NEWEST).map((number) => definitions(number))
  return new Map([
    ['generated/types.ts', typesSource(known)],
    ['generated/shapes.ts', shapesSource(known)],
    ['generated/holidays.ts', holidaysSource()],
    ['generated/validators.js', validatorsSource(known)],
    ['generated/validators.d.ts', validatorTypesSource()],
    // What back offices write and read, without anything else of this house.
    ['../client/types.d.ts', typesSource(known)],
    ...older.flatMap((one): [string, string][] => [
      [`generated/shapes-${one.version}.ts`, shapesSource(one)],
      [`generated/validators-${one.version}.js`, olderValidatorsSource(one, known)],
      [`generated/validators-${one.version}.d.ts`, validatorTypesSource()],
    ]),
    ...[...older, known].flatMap((one): [string, string][] => [
      [`published/${fileOf(one.version, 'xsd')}`, xsd(one)],
      [`published/${fileOf(one.version, 'schema.json')}`, jsonText(jsonSchema(one))],
    ]),
    ['published/code-lists.json', jsonText(codeLists(known))],
    ['published/missions.json', jsonText(missions())],
    ...sampleFiles(),
  ])
}

/** What cannot be seen, or is no letter of Latin script, is spelled out: the patterns are full of it. */
const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replaceAll(/[^\n -~\p{Script=Latin}]/gu, (char) =>
    Array.from({ length: char.length }, (_, unit) => `\\u${char.charCodeAt(unit).toString(16).padStart(4, '0')}`).join(''),
  )

const present = (): string[] =>
  FOLDERS.flatMap((folder) => readdirSync(join(ROOM, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOM.length + 1))

function read(path: string): string | undefined {
  try {
    return readFileSync(join(ROOM, path), 'utf8')
  } catch {
    return undefined
  }
}

const wanted = files()
const stale = [...wanted].filter(([path, content]) => read(path) !== content).map(([path]) => path)
const left = present().filter((path) => !wanted.has(path))

if (process.argv.includes('--check')) {
  for (const path of [...stale, ...left]) process.stderr.write(`stale: schemas/${path}\n`)
  process.exitCode = stale.length + left.length > 0 ? 1 : 0
} else {
  for (const path of left) rmSync(join(ROOM, path))
  for (const [path, content] of wanted) {
    mkdirSync(dirname(join(ROOM, path)), { recursive: true })
    writeFileSync(join(ROOM, path), content)
  }
}
