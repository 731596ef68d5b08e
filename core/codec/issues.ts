/** From faults of the schema, which speak canonical, to issues, which speak the sender's own bytes. */
import type { Issue } from '#core/errors.ts'
import type { Fault } from '#schemas/index.ts'

/** `known` (what the reader already saw), then every fault that is not among them, each where `pathOf` finds its pointer. */
export function issuesOf(faults: readonly Fault[], pathOf: (pointer: string) => string, known: readonly Issue[] = []): readonly Issue[] {
  const seen = new Set(known.map((issue) => `${issue.rule} ${issue.path}`))
  const found = faults.map(({ rule, pointer, expected, hint }): Issue => ({ rule, path: pathOf(pointer), expected, hint }))
  return [...known, ...found.filter((issue) => !seen.has(`${issue.rule} ${issue.path}`))]
}
