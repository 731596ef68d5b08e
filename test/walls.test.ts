import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CORE = 'core knows no HTTP, database, broker, file, environment or country'
const UPWARDS = 'Inside a room import ./sibling.ts; across rooms #room/file.ts'
const PARTY = 'A party sees only core/adapter, core/mapping, schemas and the words it shares.'
const FACTORS = 'What people prove who they are with lives in routes/console/factors/.'
const MEASURED = 'Measured, must not touch signed data'

/** Folder, what is imported there, and what the linter says about it. */
const FORBIDDEN = [
  ['core', 'hono', CORE],
  ['core', 'node:fs', CORE],
  ['core', 'pg', CORE],
  ['core', '#prisma/store.ts', CORE],
  ['core', '#config', CORE],
  ['core', '../config.ts', UPWARDS],
  ['core', 'libxml2-wasm', 'libxml2 lives in core/codec/xml.ts'],
  ['core/flow', '#adapters/load.ts', CORE],
  ['core/signature', 'node:fs', CORE],
  ['core/signature', 'hono', CORE],
  ['core/signature', 'jose', MEASURED],
  ['core/signature', 'libxml2-wasm/lib/libxml2.mjs', 'libxml2 lives in core/codec/xml.ts'],
  ['schemas', 'pg', CORE],
  ['routes', 'pg', 'Routes turn HTTP into calls of core and back'],
  ['routes', '#prisma/store.ts', 'Routes turn HTTP into calls of core and back'],
  ['routes', 'xml2js', MEASURED],
  ['routes/console', '@node-rs/argon2', FACTORS],
  ['cli', 'otpauth', FACTORS],
  ['demo', '@simplewebauthn/server', FACTORS],
  ['prisma', 'openid-client', FACTORS],
  ['core', '@node-rs/argon2', CORE],
  ['routes/console/factors', 'pg', 'Routes turn HTTP into calls of core and back'],
  ['prisma', 'hono', 'prisma/ implements the Store port and knows nothing else.'],
  ['prisma', '#routes/problem.ts', 'prisma/ implements the Store port and knows nothing else.'],
  ['adapters/de', '#core/ports.ts', PARTY],
  ['adapters/de', 'node:fs', PARTY],
  ['adapters/de', '#adapters/az-sms/adapter.ts', PARTY],
  ['adapters/words', '#core/ports.ts', PARTY],
  ['adapters/words', '#adapters/de/blocks/person.ts', PARTY],
  ['adapters/wire', 'fast-xml-parser', MEASURED],
  ['adapters/wire', 'amqplib', 'amqplib lives in adapters/wire/amqp.ts'],
  ['cli', 'amqplib', 'amqplib lives in adapters/wire/amqp.ts'],
  ['adapters/wire', 'ssh2', 'ssh2 lives in adapters/wire/sftp.ts'],
  ['core/flow', 'ssh2', CORE],
  ['core/signature', 'pkcs11js', CORE],
  ['watch', 'pg', 'watch/ counts and traces what the flows do'],
  ['prisma', '@opentelemetry/api', 'prisma/ implements the Store port'],
  ['certs', 'node-jose', MEASURED],
  ['cli', 'xml2js', MEASURED],
  ['demo', 'node-jose', MEASURED],
] as const

/** What a room is for. */
const ALLOWED = [
  ['core', './message.ts'],
  ['core', 'node:crypto'],
  ['routes', 'hono'],
  ['routes/console/factors', '@node-rs/argon2'],
  ['routes/console/factors', 'openid-client'],
  ['prisma', 'pg'],
  ['adapters/de', '#core/mapping.ts'],
  ['adapters/az-mia', '#adapters/words/az/verification.ts'],
  ['adapters/wire', 'undici'],
  ['watch', '@opentelemetry/api'],
  ['watch', '#core/watch.ts'],
  ['certs', '@peculiar/x509'],
  ['cli', 'commander'],
  ['test', 'xml2js'],
] as const

/** Lints files that exist only meanwhile; answers with what is said about each. */
function saidOf(sources: readonly (readonly [folder: string, source: string])[]): readonly string[] {
  const names = sources.map(([folder], at) => `${folder}/canary-${process.pid}-${at}.ts`)
  try {
    sources.forEach(([, source], at) => {
      writeFileSync(join(ROOT, names[at] ?? ''), source)
    })
    const lint = ['lint', '--reporter=json', '--max-diagnostics=none', ...names]
    const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'biome'), lint, { cwd: ROOT, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly object[] }
    return names.map((name) =>
      diagnostics
        .map((one) => JSON.stringify(one))
        .filter((one) => one.includes(name))
        .join('\n'),
    )
  } finally {
    for (const name of names) rmSync(join(ROOT, name), { force: true })
  }
}

const importing = (what: string): string => `import * as it from '${what}'\n\nexport const canary = it\n`

describe('the walls between the rooms', () => {
  const forbidden = saidOf(FORBIDDEN.map(([folder, what]) => [folder, importing(what)]))
  it.each(FORBIDDEN.map(([folder, what, message], at) => ({ folder, what, message, said: forbidden[at] ?? '' })))(
    '$folder does not import $what',
    ({ message, said }) => {
      expect(said).toContain('noRestrictedImports')
      expect(said).toContain(message)
    },
  )

  const allowed = saidOf(ALLOWED.map(([folder, what]) => [folder, importing(what)]))
  it.each(ALLOWED.map(([folder, what], at) => ({ folder, what, said: allowed[at] })))('$folder may import $what', ({ said }) => {
    expect(said).toBe('')
  })

  it('let nobody but config.ts read the environment', () => {
    const rooms = ['core', 'routes', 'prisma', 'adapters/wire', 'certs', 'cli', 'demo']
    const said = saidOf(rooms.map((room) => [room, 'export const canary = process.env.KORPU_DATA\n']))
    expect(said.filter((one) => one.includes('noProcessEnv'))).toHaveLength(rooms.length)
    expect(readFileSync(join(ROOT, 'config.ts'), 'utf8')).toContain('process.env')
  })
})
