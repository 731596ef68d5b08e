/** What every adapter promises of any message: tests to be declared for one. The rest of the contract is in `contract.ts`. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Adapter } from '#core/adapter.ts'
import { isMapped } from '#core/mapping/dialect.ts'
import { coverageOf } from '#core/mapping.ts'
import { missedOf } from '#core/rules/required.ts'
import { arbitraryMessage, LATIN } from '#schemas/arbitrary.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { leafOf, roundTrip, without } from '#test/dialects.ts'
import { LONG_TIMEOUT_MS, runs } from '#test/long.ts'

const RUNS = runs(50, 2000)

export function propertiesOf(adapter: Adapter): void {
  const { dialect } = adapter
  const coverage = coverageOf(adapter)

  test.each(coverage)(
    'brings any $type back as it was, but for what it lists as lost',
    { timeout: LONG_TIMEOUT_MS },
    ({ type, notCarried }) => {
      fc.assert(
        fc.property(arbitraryMessage(type, LATIN), (message) => {
          const lost = dialect.lossOf(message).map(({ pointer }) => pointer)
          expect(roundTrip(adapter, message, dialect.bytesOf(message))).toEqual({ message: without(message, lost), issues: [] })
          expect(lost.map(leafOf).filter((leaf) => !notCarried.includes(leaf))).toEqual([])
        }),
        { numRuns: RUNS },
      )
    },
  )

  // The canonical dialects can say everything.
  if (!isMapped(dialect)) return

  test.each(coverage)(
    'says of text in any script why it gets lost, and whether the rest of $type holds',
    { timeout: LONG_TIMEOUT_MS },
    ({ type, notCarried }) => {
      fc.assert(
        fc.property(arbitraryMessage(type), (message) => {
          const losses = dialect.lossOf(message)
          const lost = losses.map(({ pointer }) => pointer)
          const rest = without(message, lost)
          expect(roundTrip(adapter, message, dialect.bytesOf(message))).toEqual({ message: rest, issues: [] })
          expect(losses.filter(({ pointer, hint }) => !hint && !notCarried.includes(leafOf(pointer)))).toEqual([])
          expect(missedOf(message, lost).length > 0).toBe(messageFaultsOf(rest).length > 0)
        }),
        { numRuns: RUNS },
      )
    },
  )
}
