/** How `korpu demo` tells a case: a line when it begins, a line a message, a line when days pass, and a line at its end. */
import type { Step } from '#demo/cases.ts'
import { type Confirmation, type Days, recipientsOf, type Story } from '#demo/story.ts'

export const TICK = '✓'

export const headOf = ({ name, title }: Story, conversationId: string): string =>
  `${new Date().toTimeString().slice(0, 8)}  case …${conversationId.slice(-6)}  ${name}: ${title}`

export function pauseOf(row: Days | Confirmation): string {
  if ('days' in row) return `       ${row.days} days pass: ${row.because}`
  return `       An administrator confirms ${row.confirm.join(', ')} (korpu limits confirm): ${row.because}`
}

export function lineOf({ number, of, move, durationMs, receiptsOf, failed, says }: Step): string {
  const way = `${move.by} → ${recipientsOf(move).join(' + ')}`
  // The hub gives no receipt for what it says itself.
  const receipted = move.by === 'hub' ? receiptsOf : ['hub', ...receiptsOf]
  const end = failed === undefined ? receipted.map((party) => `${party} ${TICK}`).join('  ') : `FAILED: ${failed}`
  const took = Math.round(durationMs).toString().padStart(5)
  return `  ${`${number}/${of}`.padEnd(5)}  ${way.padEnd(24)} ${move.send.padEnd(30)} ${took} ms  ${end}${says === undefined ? '' : `\n         ${says}`}`
}

export function summaryOf(steps: readonly Step[], durationMs: number): string {
  const failed = steps.some((step) => step.failed !== undefined)
  if (failed) return '  The case is NOT complete.\n'
  const accepted = steps.filter(({ move }) => move.by !== 'hub').length
  const receipts = steps.reduce((sum, step) => sum + step.receiptsOf.length, 0)
  const seconds = (durationMs / 1000).toFixed(1)
  return `  Complete in ${seconds} s: ${steps.length} messages accepted and delivered, ${accepted} receipts of the hub and ${receipts} of recipients verified.\n`
}
