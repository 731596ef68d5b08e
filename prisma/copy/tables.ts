/** The tables of a hub, as the database itself describes them: whatever a migration adds is copied too. */
import { Client } from 'pg'

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** SQL that orders rows by their key, in the same way whatever the database collates by. */
  readonly order: string
  readonly key: readonly string[]
  /** Columns that count by themselves. */
  readonly counting: readonly string[]
}

/** Rows look the same whatever the server is set to; and this is no hub, so whoever counts hubs does not count it. */
export async function openCopying(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'korpu copy' })
  client.on('error', () => {})
  await client.connect()
  await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1; SET bytea_output = 'hex';
    SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '30s'`)
  return client
}

/** The tables of `korpu_…` belong to the program, not to what it keeps (see migrate.ts). */
const TABLES = `
  SELECT c.relname AS name, k.key, k.sorted,
    (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT coalesce(array_agg(a.attname::text), '{}') FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL) AS counting,
    (SELECT coalesce(array_agg(DISTINCT f.confrelid::regclass::text), '{}') FROM pg_constraint AS f
     WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS parents
  FROM pg_class AS c
  JOIN LATERAL (
    SELECT array_agg(a.attname::text ORDER BY p.place) AS key,
      string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY p.place) AS sorted
    FROM pg_index AS i
    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS p (attnum, place)
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = p.attnum
    WHERE i.indrelid = c.oid AND i.indisprimary
  ) AS k ON true
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname NOT LIKE 'korpu\\_%'
  ORDER BY c.relname`

interface TableRow {
  readonly name: string
  readonly key: readonly string[]
  readonly sorted: string
  readonly columns: readonly string[]
  readonly counting: readonly string[]
  readonly parents: readonly string[]
}

/** Parents before children, so that foreign keys always hold. */
export async function tablesOf(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<TableRow>(TABLES)
  const left = new Map(rows.map((row) => [row.name, row]))
  const sorted: TableRow[] = []
  while (left.size > 0) {
    const free = [...left.values()].filter(({ parents }) => !parents.some((parent) => left.has(parent)))
    if (free.length === 0) throw new Error('tables refer to each other in a circle')
    for (const row of free) left.delete(row.name)
    sorted.push(...free)
  }
  return sorted.map(({ name, key, sorted: order, columns, counting }) => ({ name, key, order, columns, counting }))
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const listed = (names: readonly string[]): string => names.map(quoted).join(', ')

/** All rows, or those of a condition, in the order of their keys. */
export const readingOf = ({ name, columns, order }: Table, where = 'true'): string =>
  `COPY (SELECT ${listed(columns)} FROM ${quoted(name)} WHERE ${where} ORDER BY ${order}) TO STDOUT`

export const writingOf = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`

/** After rows were written with their numbers: what counts by itself goes on behind the last one. */
export async function countOn(client: Client, tables: readonly Table[]): Promise<void> {
  for (const { name, counting } of tables) {
    for (const column of counting) {
      await client.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), (SELECT coalesce(max(${quoted(column)}), 0) + 1 FROM ${quoted(name)}), false)`,
        [quoted(name), column],
      )
    }
  }
}
