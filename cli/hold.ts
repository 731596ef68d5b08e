/** `korpu hold PARTY`, `korpu resume PARTY`: stops and starts what is sent to a party; `korpu resume --all`: a restored hub takes up its work. */
import type { Command } from 'commander'
import type { PartyId } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import type { Database } from '#prisma/database.ts'
import { resumeHub } from '#prisma/restoration.ts'
import { type ActOptions, actOf, actOptions } from './act.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const hold = program.command('hold').description('send nothing more to PARTY; what comes for it waits').argument('<PARTY>')
  answering(actOptions(hold), holdParty)
  const resume = program
    .command('resume')
    .description(
      'send to PARTY again, also when it does not answer or was held after a 401 or 403; with --all, let a restored hub take up its work',
    )
    .argument('[PARTY]')
    .option('--all', 'the whole hub, after it was restored from a backup')
  answering(actOptions(resume, false), resumed)
}

async function resumed(
  party: PartyId | undefined,
  { all, reason, by }: Partial<ActOptions> & { readonly by: string; readonly all?: boolean },
): Promise<Answer> {
  if (all && party === undefined) return resumeAll(by)
  if (all || party === undefined) throw new PlainError('Resume what?', 'Name one party, or give --all for a hub that was restored.')
  if (reason === undefined) throw new PlainError('A party is resumed for a reason.', 'Give --reason.')
  return resumeParty(party, { reason, by })
}

async function resumeAll(by: string): Promise<Answer> {
  const yes = await withDatabase(({ pool }) => resumeHub(pool, by, new Date()))
  return { yes, lines: [yes ? 'The hub takes up its work.' : 'The hub is not held.'], json: { ok: yes } }
}

async function holdParty(party: PartyId, options: ActOptions): Promise<Answer> {
  const changed = await ofParty(party, ({ operations }) => operations.hold(party, actOf(options)))
  return {
    yes: changed,
    lines: [changed ? `${party} is held. Messages for it are accepted and wait.` : `${party} was not active: nothing to hold.`],
    json: { ok: changed, party, changed },
  }
}

async function resumeParty(party: PartyId, options: ActOptions): Promise<Answer> {
  const changed = await ofParty(party, ({ operations }) => operations.resume(party, actOf(options)))
  return {
    yes: changed,
    lines: [changed ? `${party} is sent to again, from the next second on.` : `${party} was not held: nothing to resume.`],
    json: { ok: changed, party, changed },
  }
}

function ofParty<T>(party: PartyId, act: (database: Database) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    const { parties } = await database.store.directory()
    if (parties.some(({ id }) => id === party)) return act(database)
    throw new PlainError(`There is no party ${party}.`, `There are ${parties.map(({ id }) => id).join(', ')}.`)
  })
}
