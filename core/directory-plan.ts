/** What would change from one directory to another. Pure. */
import type { DirectoryParts } from './directory.ts'

/** A party file says who may exchange, not whether somebody has stopped it: what is held stays so until it is resumed. */
export function keepingHolds(now: DirectoryParts, next: DirectoryParts): DirectoryParts {
  const held = new Set(now.parties.filter(({ status }) => status === 'held').map(({ id }) => id))
  const kept = next.parties.map((party) =>
    party.status === 'active' && held.has(party.id) ? { ...party, status: 'held' as const } : party,
  )
  return { ...next, parties: kept }
}

/** One line for each party and agreement that comes, goes or changes. */
export function planOf(now: DirectoryParts, next: DirectoryParts): readonly string[] {
  return [...changes('party', now.parties, next.parties), ...changes('agreement', now.agreements, next.agreements)]
}

function changes<T extends { readonly id: string }>(what: string, now: readonly T[], next: readonly T[]): string[] {
  const before = new Map(now.map((one) => [one.id, comparable(one)]))
  const after = new Map(next.map((one) => [one.id, comparable(one)]))
  return [
    ...[...after].filter(([id]) => !before.has(id)).map(([id]) => `+ ${what} ${id}`),
    ...[...after].filter(([id, text]) => before.has(id) && before.get(id) !== text).map(([id]) => `~ ${what} ${id}`),
    ...[...before].filter(([id]) => !after.has(id)).map(([id]) => `- ${what} ${id}`),
  ]
}

const comparable = (value: unknown): string => JSON.stringify(plain(value))

/** Bytes as text, members and lists in one order, so that what a file says and what the store holds can be compared. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(comparable).sort()
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const members = Object.entries(value).map(([name, member]) => [name, plain(member)] as const)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
