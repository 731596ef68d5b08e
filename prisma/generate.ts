/**
 * Writes the typed Prisma client to prisma/generated, at `npm ci`. Needs no network: Prisma generates without its schema engine
 * as long as it believes to have one, and `/bin/false` fails loudly should it ever be run.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const manifest = createRequire(import.meta.url).resolve('prisma/package.json')
const run = spawnSync(
  process.execPath,
  [join(dirname(manifest), 'build/index.js'), 'generate', '--schema', join(import.meta.dirname, 'schema.prisma'), '--no-hints'],
  {
    cwd: dirname(import.meta.dirname),
    // biome-ignore lint/style/noProcessEnv: hands the environment on, reads nothing from it
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
  },
)
if (run.status !== 0) process.stderr.write(`${run.stdout}${run.stderr}`)
process.exitCode = run.status ?? 1
