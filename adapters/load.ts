/** Finds the adapters: every folder here but `wire` is one party. */
import { readdir } from 'node:fs/promises'
import type { Adapter, Dialect } from '#core/adapter.ts'
import { canonicalJson, canonicalXml } from '#core/mapping.ts'
import type { PartyId } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'

const HERE = new URL('./', import.meta.url)
/** Transports, not parties. */
const WIRE = 'wire'

/** All adapters by party, in the order of the folders' names. Fails on a folder whose `party` differs from its name. */
export async function loadAdapters(folder: URL = HERE): Promise<ReadonlyMap<PartyId, Adapter>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && entry.name !== WIRE).map((entry) => entry.name)
  const adapters = await Promise.all(names.sort().map(async (name) => [name, await load(name, folder)] as const))
  return new Map(adapters)
}

async function load(name: string, folder: URL): Promise<Adapter> {
  const module: { readonly default?: Adapter } = await import(new URL(`${name}/adapter.ts`, folder).href)
  if (module.default?.party !== name) {
    throw new PlainError(
      `adapters/${name}/adapter.ts is not the adapter of ${name}`,
      'Name the folder after the party, and export its adapter as default.',
    )
  }
  return module.default
}

/** Every dialect by name: `xml` and `json` for the canonical standard, else the adapter's folder. */
export async function loadDialects(folder?: URL): Promise<ReadonlyMap<string, Dialect>> {
  const adapters = await loadAdapters(folder)
  const canonical = [canonicalXml, canonicalJson].map((dialect) => [dialect.name, dialect] as const)
  return new Map([...canonical, ...[...adapters].map(([party, { dialect }]) => [party, dialect] as const)])
}

/** A dialect that somebody asked for by name. */
export function dialectNamed(name: string, dialects: ReadonlyMap<string, Dialect>): Dialect {
  const dialect = dialects.get(name)
  if (dialect) return dialect
  throw new PlainError('There is no such dialect.', `The dialects are ${[...dialects.keys()].join(', ')}.`)
}
