/** An administrator confirms limits of the agreement, by the command that operators have. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { foreignEnvironment } from '#config'

const COMMAND = fileURLToPath(import.meta.resolve('#cli/korpu.js'))
const RULE_SET = 'eu-az-2014'

/** Beside the hub that runs with this environment. Throws when the command does not end with 0. */
export async function confirmLimits(limits: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const env = { ...foreignEnvironment(), ...environment }
  const run = promisify(execFile)
  await Promise.all(
    limits.map((limit) => run(process.execPath, [COMMAND, 'limits', 'confirm', RULE_SET, limit, '--by', 'korpu demo'], { env })),
  )
}
