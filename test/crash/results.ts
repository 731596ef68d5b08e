/** What came of the runs, one JSON line for each round: appended, never rewritten. The page docs/reliability.md is made from it. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Tally } from './kill.ts'
import type { Mode } from './stage.ts'

export interface Result extends Omit<Tally, 'faults'> {
  readonly date: string
  readonly commit: string
  readonly mode: Mode
  readonly seed: number
  readonly seconds: number
  /** How often each promise was broken. */
  /** What was found out about it afterwards. */
  readonly remark?: string
  readonly verdict: Readonly<Record<keyof Tally['faults'], number>>
}

export const RESULTS = fileURLToPath(new URL('reliability.jsonl', import.meta.resolve('#docs/reliability.ts')))

export function readResults(file = RESULTS): readonly Result[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Result)
}

export const addResult = (result: Result, file = RESULTS): void => appendFileSync(file, `${JSON.stringify(result)}\n`)

export function resultOf({ faults, ...tally }: Tally, run: Pick<Result, 'mode' | 'seed' | 'seconds'>): Result {
  const verdict = Object.fromEntries(Object.entries(faults).map(([name, found]) => [name, found.length])) as Result['verdict']
  return { date: new Date().toISOString(), commit: commitOf(), ...run, ...tally, verdict }
}

/** With a plus when the tree holds changes that were not committed. */
function commitOf(): string {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', ':!/docs/reliability*') === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}
