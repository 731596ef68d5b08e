/**
 * `npm run new:adapter -- pt --title "Portugal: …" [--syntax json] [--into FOLDER]`: a party's folder that keeps the contract as it is. Touches
 * nothing else.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Adapter } from '#core/adapter.ts'
import { PlainError } from '#core/plain-error.ts'
import { type Draft, draftOf } from './draft.ts'
import { writeFixtures } from './golden.ts'
import { refusalsOf } from './refusals.ts'

const SHORTEST = 'acknowledgement.small.json'

/** Writes `<folder>/<party>/` and answers with it. Throws a `PlainError` where that is there already. */
async function newAdapter(draft: Draft, folder: URL): Promise<URL> {
  const own = new URL(`${draft.party}/`, folder)
  await makeOnce(own)
  await writeAll(own, draftOf(draft))
  const module: { readonly default: Adapter } = await import(new URL('adapter.ts', own).href)
  const fixtures = new URL('fixtures/', own)
  await writeFixtures(module.default, fixtures)
  const shortest = JSON.parse(await readFile(new URL(SHORTEST, fixtures), 'utf8'))
  await writeAll(new URL('refused/', fixtures), refusalsOf(module.default, shortest))
  return own
}

async function makeOnce(folder: URL): Promise<void> {
  try {
    await mkdir(folder)
  } catch (cause) {
    throw new PlainError(`${fileURLToPath(folder)} cannot be made.`, 'Remove what is there, or choose another name.', cause)
  }
}

async function writeAll(folder: URL, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of files) {
    const file = fileURLToPath(new URL(name, folder))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

interface Asked {
  readonly draft: Draft
  readonly folder: URL
}

function askedIn(args: readonly string[]): Asked {
  const options = {
    title: { type: 'string' },
    syntax: { type: 'string', default: 'xml' },
    into: { type: 'string', default: import.meta.dirname },
  } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [party = '', ...others] = positionals
  const { title = party, syntax, into } = values
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(party) || others.length > 0) {
    throw new PlainError('Which party?', 'Name one, in lower-case letters, digits and hyphens: npm run new:adapter -- pt')
  }
  if (syntax !== 'xml' && syntax !== 'json') throw new PlainError('There is no such syntax.', 'Choose --syntax xml or json.')
  return { draft: { party, title, syntax }, folder: pathToFileURL(join(resolve(into), '/')) }
}

try {
  const { draft, folder } = askedIn(process.argv.slice(2))
  process.stdout.write(`${fileURLToPath(await newAdapter(draft, folder))}\n`)
} catch (error) {
  if (!(error instanceof PlainError)) throw error
  process.stderr.write(`${error.message} ${error.hint}\n`)
  process.exitCode = 2
}
