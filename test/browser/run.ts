/** `npm run test:browser [-- --full]`: the console in Chromium; in full every page in both languages, light and dark, on a desk and on a telephone. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const full = process.argv.includes('--full')
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/browser'], {
  cwd: join(import.meta.dirname, '..', '..'),
  stdio: 'inherit',
  env: { ...process.env, ...(full ? { KORPU_TEST_BROWSER: 'full' } : {}) },
})
process.exitCode = status ?? 1
