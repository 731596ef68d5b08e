/** `korpu audit verify`: walks the hash chains of the audit trail and says what holds. */
import type { Command } from 'commander'
import { verifyAudit } from '#prisma/audit.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const audit = program.command('audit').description('the audit trail')
  answering(audit.command('verify').description('recompute every hash chain from its first link to its end'), verify)
}

async function verify(): Promise<Answer> {
  const { chains, links, broken } = await withDatabase(({ pool }) => verifyAudit(pool))
  const yes = broken.length === 0
  return {
    yes,
    lines: yes
      ? [`All ${chains} chains hold, ${links} links from first to last: nothing was changed, taken out or put in between.`]
      : [
          `${broken.length} of ${chains} chains (${links} links) do not hold:`,
          ...broken.map(
            ({ party, lane, number }) => `  party ${party}, lane ${lane}: broken at link ${number}; what stands before it holds.`,
          ),
        ],
    json: { ok: yes, chains, links, broken: broken.map((one) => ({ ...one })) },
  }
}
