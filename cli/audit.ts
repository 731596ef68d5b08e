/** `korpu audit verify`: walks the hash chains of the audit trail and says what holds. */
import type { Command } from 'commander'
import { readCertificates } from '#certs/pem.ts'
import { readConfig } from '#config'
import { type Judging, trustingIn } from '#core/evidence/trusting.ts'
import { keysOf } from '#main'
import { verifyAudit } from '#prisma/audit.ts'
import { verifySeals } from '#prisma/sealed-trail.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const audit = program.command('audit').description('the audit trail')
  const verifying = audit
    .command('verify')
    .description('recompute every hash chain from its first link to its end, and the signed tree heads over them')
    .option(
      '--ca <FILE>',
      "CA certificates whose signatures of tree heads are taken, PEM; the hub's own signing certificate alone when left out",
    )
  answering(verifying, verify)
}

async function verify({ ca }: { readonly ca?: string }): Promise<Answer> {
  const trusting = ca === undefined ? await trustingOwn() : trustingIn(readCertificates(ca))
  return withDatabase(async ({ pool, store }) => {
    const { chains, links, broken } = await verifyAudit(pool)
    const seals = await verifySeals(pool, store.treeHeads, trusting)
    const yes = broken.length === 0 && seals.broken.length === 0
    return {
      yes,
      lines: [
        broken.length === 0
          ? `All ${chains} chains hold, ${links} links from first to last: nothing was changed, taken out or put in between.`
          : `${broken.length} of ${chains} chains (${links} links) do not hold:`,
        ...broken.map(
          ({ party, lane, number }) => `  party ${party}, lane ${lane}: broken at link ${number}; what stands before it holds.`,
        ),
        seals.broken.length === 0
          ? `All ${seals.heads} tree heads hold: each follows the one before, is over the links that are there, and was signed by the hub.`
          : `${seals.broken.length} of ${seals.heads} tree heads do not hold:`,
        ...seals.broken.map(({ number, why }) => `  tree head ${number} ${why}.`),
      ],
      json: {
        ok: yes,
        chains,
        links,
        broken: broken.map((one) => ({ ...one })),
        treeHeads: { ...seals, broken: seals.broken.map((one) => ({ ...one })) },
      },
    }
  })
}

/** Without CA certificates those are believed that the hub knows as its own. */
async function trustingOwn(): Promise<Judging> {
  const { keys } = await keysOf(readConfig())
  const own = new Set(keys.own().map(({ certificate }) => certificate.sha256))
  return ({ sha256 }) => (own.has(sha256) ? undefined : 'is none of those that the hub knows as its own (--ca takes earlier ones)')
}
