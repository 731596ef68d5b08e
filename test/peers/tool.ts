import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

/**
 * A suite that needs a program we did not write. Where the program is missing the suite is left out, by name; with KORPU_TEST_REQUIRE=all
 * that is a failure. `probe` is the command that shows it is there.
 */
export function describeWithTool(probe: readonly [string, ...string[]], name: string, suite: () => void): void {
  const [tool, ...args] = probe
  if (spawnSync(tool, args).status === 0) return void describe(name, suite)
  if (process.env.KORPU_TEST_REQUIRE !== 'all') return void describe.skip(`${name} (left out: no ${tool} here)`, suite)
  describe(name, () => {
    it(`needs ${tool}`, () => {
      throw new Error(`${tool} is missing, and KORPU_TEST_REQUIRE=all`)
    })
  })
}

/** Standard output and standard error together, with the exit code. */
export function run(tool: string, ...args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  return { code: status, said: `${stdout}${stderr}` }
}
