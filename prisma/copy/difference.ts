/** What has changed in tables since they were copied, carried over while nobody writes. */
import type { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { copyIn, copyOut } from './protocol.ts'
import { listed, quoted, readingOf, type Table, writingOf } from './tables.ts'
import { counting, sameTally, type Tally, tallyOf } from './tally.ts'

interface Change {
  readonly table: Table
  /** Of the rows that are new or have changed. */
  readonly changed: Tally
  /** How many the source has in all. */
  readonly rows: number
  /** How many are on the target that the source has no longer. */
  readonly gone: number
}

/**
 * @param since the oldest transaction that the copy may not have seen; a row that a later one wrote is copied again.
 * Answers with the rows by table, equal on both sides.
 */
export async function copyDifference(
  source: Client,
  target: Client,
  tables: readonly Table[],
  since: string,
): Promise<Readonly<Record<string, number>>> {
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const changes: Change[] = []
  for (const table of tables) changes.push(await changeOf(source, target, table, since))
  for (const { table, gone } of changes.toReversed()) if (gone > 0) await remove(source, target, table)
  for (const { table, changed } of changes) if (changed.rows > 0) await put(target, table)
  for (const change of changes) await compare(target, change)
  await source.query('COMMIT')
  return Object.fromEntries(changes.map(({ table, rows }) => [table.name, rows]))
}

const changedName = ({ name }: Table): string => `changed_${name}`
const keysName = ({ name }: Table): string => `keys_${name}`

/** True where a row of `other` has the key of `one`. */
const sameKey = ({ key }: Table, one: string, other: string): string =>
  key.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' AND ')

const isIn = (table: Table, other: string, one: string): string =>
  `EXISTS (SELECT FROM ${quoted(other)} AS other WHERE ${sameKey(table, 'other', quoted(one))})`

async function changeOf(source: Client, target: Client, table: Table, since: string): Promise<Change> {
  const changed = changedName(table)
  await target.query(`CREATE TEMP TABLE ${quoted(changed)} (LIKE ${quoted(table.name)}) ON COMMIT DROP`)
  const counted = counting()
  const rows = copyOut(source, readingOf(table, `age(xmin) <= age('${since}'::xid)`))
  await copyIn(target, writingOf({ ...table, name: changed }), counted.of(rows))
  const all = await count(source, quoted(table.name))
  const before = await count(target, quoted(table.name))
  const added = await count(target, `${quoted(changed)} WHERE NOT ${isIn(table, table.name, changed)}`)
  return { table, changed: counted.tally(), rows: all, gone: before + added - all }
}

async function count(client: Client, of: string): Promise<number> {
  const { rows } = await client.query<{ readonly count: string }>(`SELECT count(*) FROM ${of}`)
  return Number(rows[0]?.count)
}

async function remove(source: Client, target: Client, table: Table): Promise<void> {
  const keys = keysName(table)
  await target.query(`CREATE TEMP TABLE ${quoted(keys)} ON COMMIT DROP AS SELECT ${listed(table.key)} FROM ${quoted(table.name)} LIMIT 0`)
  const rows = copyOut(source, `COPY (SELECT ${listed(table.key)} FROM ${quoted(table.name)}) TO STDOUT`)
  await copyIn(target, writingOf({ name: keys, columns: table.key }), rows)
  await target.query(`ANALYZE ${quoted(keys)}`)
  await target.query(`DELETE FROM ${quoted(table.name)} WHERE NOT ${isIn(table, keys, table.name)}`)
}

async function put(target: Client, table: Table): Promise<void> {
  const { name, columns, key } = table
  const others = columns.filter((column) => !key.includes(column))
  const set = others.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ')
  await target.query(
    `INSERT INTO ${quoted(name)} (${listed(columns)}) SELECT ${listed(columns)} FROM ${quoted(changedName(table))}
    ON CONFLICT (${listed(key)}) DO ${others.length === 0 ? 'NOTHING' : `UPDATE SET ${set}`}`,
  )
}

/** What did not change was compared when it was copied. */
async function compare(target: Client, { table, changed, rows }: Change): Promise<void> {
  const arrived = await tallyOf(target, table, isIn(table, changedName(table), table.name))
  if (!sameTally(arrived, changed) || (await count(target, quoted(table.name))) !== rows) throw differs(table.name)
}

export const differs = (table: string): PlainError =>
  new PlainError(
    `The table ${table} on the server is not what the embedded database holds.`,
    'Nothing was moved; the hub goes on as before. Report it.',
  )
