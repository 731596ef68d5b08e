/** Finds the adapters: every folder here is one party, but for those of what parties share. */
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Adapter, Dialect } from '#core/adapter.ts'
import { canonicalJson, canonicalXml } from '#core/mapping.ts'
import type { PartyId } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'

const HERE = new URL('./', import.meta.url)
/** Transports, and the words of agencies that speak one language. */
const SHARED = ['wire', 'words']

/** All adapters by party, in the order of the folders' names. Fails on a folder whose `party` differs from its name. */
export async function loadAdapters(folder: URL = HERE): Promise<ReadonlyMap<PartyId, Adapter>> {
  const names = (await entriesIn(folder)).filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name)).map((entry) => entry.name)
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

/** What a hub knows of states: how parties speak, and what they have agreed. */
export interface States {
  readonly dialects: ReadonlyMap<string, Dialect>
  /** Every version of every agreement, older ones first. */
  readonly ruleSets: readonly RuleSet[]
}

/**
 * Those that every hub has, and those of folders elsewhere: `adapters/` as here, one folder a party, and `agreements/`, one file a rule set. Either may
 * be missing. The folders must lie where `#core/…` means the rooms of the hub.
 */
export async function loadStates(folders: readonly string[]): Promise<States> {
  const urls = folders.map(urlOf)
  const dialects = await loadDialects(...urls.map(adaptersIn))
  const found = await Promise.all(urls.map((url) => loadRuleSets(new URL('agreements/', url))))
  const ruleSets = [...RULE_SETS, ...found.flat().toSorted((a, b) => a.version - b.version)]
  const names = ruleSets.map(({ id, version }) => `${id}, version ${version}`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new PlainError(`The agreement ${twice}, is there twice.`, 'A change of an agreement is a new version.')
  return { dialects, ruleSets }
}

const urlOf = (folder: string): URL => pathToFileURL(join(resolve(folder), '/'))
const adaptersIn = (url: URL): URL => new URL('adapters/', url)

async function loadRuleSets(folder: URL): Promise<readonly RuleSet[]> {
  const files = (await entriesIn(folder)).filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    files.sort().map(async (name) => {
      const module: { readonly default?: RuleSet } = await import(new URL(name, folder).href)
      if (module.default) return module.default
      throw new PlainError(`agreements/${name} has no agreement.`, 'Export its rule set as default.')
    }),
  )
}

/** Nothing where there is no such folder. */
const entriesIn = (folder: URL): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })

/** Every dialect by name: `xml` and `json` for the canonical standard, else the adapter's folder, here or in one of `more`. */
export async function loadDialects(...more: readonly URL[]): Promise<ReadonlyMap<string, Dialect>> {
  const canonical = [canonicalXml, canonicalJson].map((dialect) => [dialect.name, dialect] as const)
  const adapters = await allAdapters(more)
  return new Map([...canonical, ...Array.from(adapters, ([party, { dialect }]) => [party, dialect] as const)])
}

async function allAdapters(more: readonly URL[]): Promise<ReadonlyMap<string, Adapter>> {
  const adapters = (await Promise.all([HERE, ...more].map(loadAdapters))).flatMap((found) => [...found])
  const names = adapters.map(([party]) => party)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new PlainError(`There are two adapters of ${twice}.`, 'Leave one of the two folders out.')
  return new Map(adapters)
}

/** A dialect that somebody asked for by name. */
export function dialectNamed(name: string, dialects: ReadonlyMap<string, Dialect>): Dialect {
  const dialect = dialects.get(name)
  if (dialect) return dialect
  throw new PlainError('There is no such dialect.', `The dialects are ${[...dialects.keys()].join(', ')}.`)
}

/** How a party speaks and signs that has an adapter, here or in a folder elsewhere (as `loadStates` takes them). */
export async function adapterNamed(party: string, folders: readonly string[]): Promise<Adapter> {
  const adapters = await allAdapters(folders.map((folder) => adaptersIn(urlOf(folder))))
  const adapter = adapters.get(party)
  if (adapter) return adapter
  throw new PlainError(`There is no adapter of ${party}.`, `There are ${[...adapters.keys()].join(', ')}; others write the standard.`)
}
