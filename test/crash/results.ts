/** What came of the runs, one JSON line for each round or week: appended, never rewritten. The page docs/reliability.md is made from it. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Tally } from './kill.ts'
import type { Mode } from './stage.ts'
import type { Week } from './week.ts'
import type { StoreKind } from './weeks.ts'

interface Run {
  readonly date: string
  readonly commit: string
  readonly seed: number
  readonly seconds: number
  /** What was found out about it afterwards. */
  readonly remark?: string
}

/** How often each promise was broken. */
type Verdict<Faults> = Readonly<Record<keyof Faults, number>>

export interface Result extends Run, Omit<Tally, 'faults'> {
  readonly mode: Mode
  readonly verdict: Verdict<Tally['faults']>
}

export interface WeekResult extends Run, Omit<Week, 'faults'> {
  readonly mode: 'week'
  readonly store: StoreKind
  readonly verdict: Verdict<Week['faults']>
}

type Line = Result | WeekResult

export const RESULTS = fileURLToPath(new URL('reliability.jsonl', import.meta.resolve('#docs/reliability.ts')))

export const readResults = (file = RESULTS): readonly Result[] => readLines(file).filter((line) => line.mode !== 'week')
export const readWeeks = (file = RESULTS): readonly WeekResult[] => readLines(file).filter((line) => line.mode === 'week')

function readLines(file: string): readonly Line[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as Line)
}

export const addResult = (result: Line, file = RESULTS): void => appendFileSync(file, `${JSON.stringify(result)}\n`)

/** `startedAt` as of `performance.now()`. */
export function runOf(seed: number, startedAt: number): Run {
  return { date: new Date().toISOString(), commit: commitOf(), seed, seconds: Math.round((performance.now() - startedAt) / 1000) }
}

export const verdictOf = <Faults extends object>(faults: Faults): Verdict<Faults> =>
  Object.fromEntries(Object.entries(faults).map(([name, found]) => [name, found.length])) as Verdict<Faults>

/** With a plus when the tree holds changes that were not committed. */
function commitOf(): string {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', ':!/docs/reliability*') === '' ? '' : '+')
  } catch {
    return 'unknown'
  }
}
