/** How every command speaks: lines for people, one JSON object with `--json`, and an exit code for scripts (contract, section 4). */
import type { Command } from 'commander'
import { ERRORS, HubError, type Issue } from '#core/errors.ts'
import type { JsonObject, JsonValue } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { plainFault } from './system-fault.ts'

export const EXIT = { done: 0, no: 1, couldNotRun: 2 } as const

export interface Answer {
  /** `false`: the command ran, and the answer is no. */
  readonly yes: boolean
  /** For people. */
  readonly lines: readonly string[]
  /** For `--json`. */
  readonly json: JsonObject
  /** What the command makes, for standard output as it is; the lines then go to standard error. */
  readonly product?: Uint8Array
}

/** The action of a command: prints its answer, or in one sentence why there is none. Adds `--json`. */
export function answering<Args extends readonly unknown[]>(command: Command, act: (...args: Args) => Promise<Answer>): Command {
  return command.option('--json', 'print one JSON object').action(async (...args: unknown[]) => {
    const asJson = command.opts().json === true
    try {
      const answer = await act(...(args as unknown as Args))
      printAnswer(answer, asJson)
      process.exitCode = answer.yes ? EXIT.done : EXIT.no
    } catch (error) {
      printFailure(failureOf(error), asJson)
      process.exitCode = EXIT.couldNotRun
    }
  })
}

/** A refusal as the answer no. Bytes that cannot even be read are no answer: they are thrown on. */
export function refusalOf(error: unknown): Answer {
  if (!(error instanceof HubError) || error.code === 'PAYLOAD_MALFORMED') throw error
  const { title, hint } = ERRORS[error.code]
  const reason = error.message === title ? [] : [error.message]
  return {
    yes: false,
    lines: [`no: ${title} (${error.code})`, ...reason, ...error.issues.map(lineOf), `hint: ${hint}`],
    json: { ok: false, code: error.code, title, reason: error.message, hint, issues: jsonOf(error.issues) },
  }
}

/** As the hub makes it, or as it stands in a problem document. */
type ShownIssue = Pick<Issue, 'rule' | 'expected'> & Partial<Issue>

/** Issues are plain data already. */
export function jsonOf(issues: readonly ShownIssue[]): JsonValue {
  return issues.map((issue) => ({ ...issue }))
}

export function lineOf({ path, rule, expected, hint = '' }: ShownIssue): string {
  return `  ${path || '/'}: ${rule}; expected ${expected}. ${hint}`.trimEnd()
}

/** Why a command could not run, in one sentence and a hint on standard error. */
export function failWith(fault: unknown): void {
  printFailure(failureOf(fault), false)
}

interface Failure {
  readonly code: string
  readonly error: string
  readonly hint: string
}

function failureOf(thrown: unknown): Failure {
  const error = plainFault(thrown)
  if (error instanceof PlainError) return { code: 'PLAIN', error: error.message, hint: error.hint }
  if (error instanceof HubError) return { code: error.code, error: error.message, hint: ERRORS[error.code].hint }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'INTERNAL', error: 'Something broke that should not.', hint: stack }
}

function printAnswer({ lines, json, product }: Answer, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(json)}\n`)
    return
  }
  const text = lines.map((line) => `${line}\n`).join('')
  if (product) {
    process.stdout.write(product)
    process.stderr.write(text)
  } else {
    process.stdout.write(text)
  }
}

function printFailure({ code, error, hint }: Failure, asJson: boolean): void {
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, code, error, hint })}\n`)
  else process.stderr.write(`${error}\n${hint}\n`)
}
