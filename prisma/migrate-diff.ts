/**
 * For developers: `node prisma/migrate-diff.ts NAME` writes the migration that leads from all migrations so far to schema.prisma;
 * `--check` ends with 1 when there is one to write. Works offline: on an embedded database, with Prisma's schema engine as WebAssembly.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool } from 'pg'
import { strayed } from './beside-prisma.ts'
import { startEmbedded } from './embedded/start.ts'
import { MIGRATION_TABLE, MIGRATIONS, migrate } from './migrate.ts'

const NOTHING = '-- This is an empty migration.'

/** SQL that leads from the migrations in `migrations` to the schema, and what else has strayed as comments; `undefined` when they lead there already. */
export async function pendingSql(schema: string, migrations = MIGRATIONS): Promise<string | undefined> {
  const dataDir = await mkdtemp(join(tmpdir(), 'korpu-diff-'))
  try {
    const embedded = await startEmbedded(dataDir)
    try {
      await migrate(embedded.url, migrations)
      const sql = await difference(embedded.url, schema)
      const differences = [...(sql.startsWith(NOTHING) ? [] : [sql]), ...(await strayed(embedded.url))]
      return differences.length > 0 ? differences.join('\n') : undefined
    } finally {
      await embedded.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function difference(url: string, schema: string): Promise<string> {
  const pool = readablePool(url)
  try {
    const { SchemaEngine } = await schemaEngine()
    const file = { path: 'schema.prisma', content: schema }
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
    const engine = await SchemaEngine.new({ datamodels: [[file.path, file.content]] }, () => {}, adapter)
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [file], configDir: '.' },
      to: { tag: 'schemaDatamodel', files: [file] },
      script: true,
      exitCode: null,
      filters: { externalTables: [`public.${MIGRATION_TABLE}`], externalEnums: [] },
    })
    return stdout ?? NOTHING
  } finally {
    await pool.end()
  }
}

const CHAR = 18
const TEXT = 25

interface Rows {
  readonly fields: { readonly name: string; dataTypeID: number }[]
  rows: unknown[][]
}

/**
 * Two things in the catalogue that the engine stumbles over: columns of type "char", which the adapter does not know (passed off as text),
 * and the constraints that it knows nothing of (left out): CHECK (see beside-prisma.ts), and NOT NULL, which PostgreSQL 18 lists beside the columns that have it.
 */
function readablePool(url: string): Pool {
  const pool = new Pool({ connectionString: url })
  const query = pool.query.bind(pool) as (...asked: readonly unknown[]) => Promise<Rows>
  const readable = async (...asked: readonly unknown[]) => {
    const result = await query(...asked)
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    const kind = result.fields.findIndex(({ name }) => name === 'constraint_type')
    if (kind >= 0) result.rows = result.rows.filter((row) => row[kind] !== 'n' && row[kind] !== 'c')
    return result
  }
  return Object.assign(pool, { query: readable })
}

type Engine = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

/** As far as it is needed here: its types come with browsers' only. */
interface WebAssembly {
  instantiate(wasm: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: { __wbindgen_start(): void } } }>
}

let loaded: Promise<Engine> | undefined

/** Once a process: the package keeps its memory in its module. */
function schemaEngine(): Promise<Engine> {
  loaded ??= loadEngine()
  return loaded
}

/** The package is made for bundlers that load WebAssembly; Node is shown how. */
async function loadEngine(): Promise<Engine> {
  const glue: Engine & { __wbg_set_wasm(wasm: object): void } = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const beside = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssembly }
  const wasm = await readFile(join(beside, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

async function main(argument: string | undefined): Promise<number> {
  if (argument === undefined || !/^(--check|[a-z][a-z0-9_]*)$/.test(argument)) {
    process.stderr.write('usage: node prisma/migrate-diff.ts --check | NAME (lower case, underscores)\n')
    return 2
  }
  const sql = await pendingSql(await readFile(join(import.meta.dirname, 'schema.prisma'), 'utf8'))
  if (sql === undefined) return 0
  if (argument === '--check') {
    process.stderr.write(`The migrations do not lead to schema.prisma. Missing:\n${sql}`)
    return 1
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${argument}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), sql)
  process.stdout.write(`${folder}\n`)
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv[2])
