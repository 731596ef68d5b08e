/** What the store says about how the hub stands, as verdicts: the same figures, and the same bounds, as metrics and alert rules. */
import { unconfirmedOf } from '#core/clocks/confirmed.ts'
import type { Figures, PartyFigures, RunningLimit } from '#core/figures.ts'
import type { Directory } from '#core/resolve.ts'
import type { Server } from '#prisma/server.ts'
import { ruleSetOf } from '#schemas/agreements/rule-sets.ts'

export interface Finding {
  readonly what: string
  readonly ok: boolean
  /** With what to do, where something is to be done. */
  readonly says: string
}

/** In seconds, as in docs/monitoring/alerts.yml. */
export const BOUNDS = { oldest: 14_400, silent: 1_800, clockLag: 600, revocationLag: 14_400, timestampLag: 3_600 } as const
/** Of the connections that a server gives, and of a disk. */
const FULL = 0.9
const LEAST_FREE_BYTES = 2 ** 30
const BACKUP_HOURS = 26
const OLDEST_SERVER = 15

export function findingsOf(figures: Figures, now: Date): readonly Finding[] {
  const lagS = secondsSince(figures.clockDueSince, now)
  return [
    ...figures.parties.filter(({ status }) => status !== 'withdrawn').flatMap((party) => ofParty(party, now)),
    lagS > BOUNDS.clockLag
      ? no('clocks', `one is due for ${ageOf(lagS)} and nobody has looked: does a hub run, and is it not held? Its log says clocks.failed`)
      : yes('clocks', 'all that are due have been looked at'),
    ...revocationFindings(secondsSince(figures.revocationOwedSince, now)),
  ]
}

/** Nothing waits for an issuer, but evidence does. */
function revocationFindings(lagS: number): readonly Finding[] {
  if (lagS === 0) return []
  const owed = `an issuer owes an answer for ${ageOf(lagS)}`
  return lagS > BOUNDS.revocationLag
    ? [no('revocation', `${owed}; evidence is not complete until then: the log says revocation.failed for which party`)]
    : [yes('revocation', owed)]
}

export function timestampFinding(owedSince: Date | undefined, now: Date): Finding {
  const lagS = secondsSince(owedSince, now)
  const owed = owedSince === undefined ? 'nothing is owed' : `the oldest tree head has waited for ${ageOf(lagS)}`
  return lagS > BOUNDS.timestampLag
    ? no('timestamps', `${owed}; is KORPU_TSA_URL up? The log says timestamp.failed`)
    : yes('timestamps', owed)
}

function ofParty({ party, status, waiting, oldest, dead, quarantined, silentSince }: PartyFigures, now: Date): readonly Finding[] {
  const waitsS = secondsSince(oldest, now)
  const silentS = secondsSince(silentSince, now)
  const waits = waiting === 0 ? 'nothing waits' : `${waiting} waiting, the oldest for ${ageOf(waitsS)}`
  const late = waitsS > BOUNDS.oldest && status !== 'held'
  return [
    late ? no(`${party} backlog`, `${waits}; \`korpu backlog\` says why, then call the party`) : yes(`${party} backlog`, waits),
    ...(status === 'held' ? [no(party, `is held; nothing is sent to it until \`korpu resume ${party}\``)] : []),
    ...(dead > 0
      ? [
          no(
            `${party} dead`,
            `${dead} refused by it; \`korpu replay\` when it has mended what was wrong, \`korpu skip\` when it never will`,
          ),
        ]
      : []),
    ...(quarantined > 0 ? [no(`${party} set aside`, `the hub breaks over ${quarantined}; report delivery.broken of the log`)] : []),
    ...(silentSince === undefined
      ? []
      : [
          silentS > BOUNDS.silent
            ? no(`${party} breaker`, `open: no answer for ${ageOf(silentS)}; call the party`)
            : yes(`${party} breaker`, `open for ${ageOf(silentS)}; probes go out`),
        ]),
  ]
}

/** Running limits on which the hub may only warn, and what would have to be read and confirmed. */
export function limitsFinding(running: readonly RunningLimit[], { confirmations }: Pick<Directory, 'confirmations'>): Finding {
  const open = new Set(
    running.flatMap((limit) => {
      const ruleSet = ruleSetOf(limit.ruleSet, limit.ruleSetVersion)
      return ruleSet
        ? unconfirmedOf(limit, ruleSet, confirmations(ruleSet.id, ruleSet.version))
        : [`all of ${limit.ruleSet}:${limit.ruleSetVersion}`]
    }),
  )
  if (open.size === 0) return yes('limits', 'all that run are certain or confirmed')
  const rows = [...open].sort().join(', ')
  return no('limits', `some run on what nobody has confirmed, so that the hub only warns: ${rows}; read it, then \`korpu limits confirm\``)
}

export function serverFindings({ version, connections, connectionLimit }: Server): readonly Finding[] {
  const used = `${connections} of ${connectionLimit} in use`
  return [
    Number.parseInt(version, 10) < OLDEST_SERVER
      ? no('PostgreSQL', `${version} is too old; ${OLDEST_SERVER} or newer is needed`)
      : yes('PostgreSQL', version),
    connections > FULL * connectionLimit
      ? no('connections', `${used}; raise max_connections of the server, or lower KORPU_DATABASE_POOL`)
      : yes('connections', used),
  ]
}

export function diskFinding(freeBytes: number, allBytes: number): Finding {
  const free = `${(freeBytes / 2 ** 30).toFixed(1)} GiB free of ${(allBytes / 2 ** 30).toFixed(1)}`
  const short = freeBytes < LEAST_FREE_BYTES || freeBytes < (1 - FULL) * 0.5 * allBytes
  return short ? no('disk', `${free}; make room before the hub answers 503`) : yes('disk', free)
}

/** @param needed where there is something to lose */
export function backupFinding(last: Date | undefined, needed: boolean, now: Date): Finding {
  const age = last === undefined ? 'none was made' : `the last shows the hub ${ageOf(secondsSince(last, now))} ago`
  const late = last === undefined || secondsSince(last, now) > BACKUP_HOURS * 3600
  return late && needed ? no('backup', `${age}; \`korpu backup FILE\`, every night`) : yes('backup', age)
}

const yes = (what: string, says: string): Finding => ({ what, ok: true, says })
const no = (what: string, says: string): Finding => ({ what, ok: false, says })

const secondsSince = (then: Date | undefined, now: Date): number => (then ? Math.max(0, (now.getTime() - then.getTime()) / 1000) : 0)

function ageOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  return minutes < 2880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`
}
