/** Parties as operators see them: how they are reached, how they stand, what proves them. */
import type { AgreementRecord, PartyRecord } from '#core/directory.ts'
import type { Directory } from '#core/resolve.ts'
import { type FailureGroup, type OverviewParty, overviewFor, type PartyStanding, type Standing } from './overview.ts'

export interface PartyRow extends OverviewParty {
  readonly dialect: string
  readonly version: string
  readonly transport: PartyRecord['endpoint']['transport']
  /** Where it is pushed to. */
  readonly url?: string
  readonly signature: PartyRecord['endpoint']['signature']
  readonly home?: PartyRecord['home']
  readonly silentSince?: Date
  readonly failures: readonly FailureGroup[]
}

export function partyRowsOf(standing: Standing, directory: Directory, now: Date): readonly PartyRow[] {
  const seen = new Map(overviewFor(standing, directory, [], { count: 0 }, now).parties.map((party) => [party.id, party]))
  return directory.parties.flatMap((party) => {
    const stands = seen.get(party.id)
    return stands
      ? [
          rowOf(
            party,
            stands,
            standing.parties.find((one) => one.party === party.id),
            standing.failures,
          ),
        ]
      : []
  })
}

function rowOf(party: PartyRecord, stands: OverviewParty, found: PartyStanding | undefined, failures: readonly FailureGroup[]): PartyRow {
  const { dialect, version, endpoint, home } = party
  return {
    ...stands,
    dialect,
    version,
    transport: endpoint.transport,
    ...(endpoint.url !== undefined && { url: endpoint.url }),
    signature: endpoint.signature,
    ...(home && { home }),
    ...(found?.silentSince && { silentSince: found.silentSince }),
    failures: failures.filter((group) => group.party === party.id),
  }
}

/** What is agreed with a party, either way; types are told by their number. */
export const agreementsOf = (agreements: readonly AgreementRecord[], id: string) =>
  agreements.filter(({ from, to }) => from === id || to === id).map(({ types, ...agreement }) => ({ ...agreement, types: types.length }))
