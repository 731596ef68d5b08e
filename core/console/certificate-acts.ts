/** A successor for a party's certificate, which two administrators register. It is applied as a party file is. */
import type { DirectoryData, DirectoryParts } from '#core/directory.ts'
import { planOf } from '#core/directory-plan.ts'
import type { JsonObject, PartyId } from '#core/message.ts'
import type { AuditEvent, Clock } from '#core/ports.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { subjectOf } from '#core/trust.ts'
import { type Act, type Acts, act } from './four-eyes.ts'
import { refusal } from './refusal.ts'
import { type Succession, successionOf } from './succession.ts'

/** As it stands in a request: the certificate in base64, times as text. */
export interface Succeeding extends JsonObject {
  readonly party: PartyId
  readonly succeeds: string
  readonly use: 'tls' | 'signing'
  readonly certificate: string
}

export interface Surroundings {
  readonly directory: () => Promise<DirectoryData>
  /** `false` when the directory is no longer the one of this revision. */
  readonly replace: (parts: DirectoryParts, revision: number) => Promise<boolean>
  readonly record: (event: AuditEvent) => Promise<void>
  readonly clock: Clock
  /** Parties come from a file at every start: what is not in it is gone then. */
  readonly fromFile: boolean
}

export function certificateActs({ directory, replace, record, clock, fromFile }: Surroundings): Acts {
  const planned = async ({ certificate, until, ...wish }: Succeeding) => {
    const now = await directory()
    const given = { ...wish, certificate: Buffer.from(certificate, 'base64'), ...(typeof until === 'string' && { until: new Date(until) }) }
    return { now, succession: successionOf(now, given, clock.now()) }
  }
  return new Map<string, Act>([
    [
      'certificate.succeed',
      act<Succeeding>({
        action: 'party.change',
        async effect(params) {
          const { now, succession } = await planned(params)
          return { ...effectOf(params.party, succession), plan: [...planOf(now, succession.next)], fromFile }
        },
        async execute(params, doing) {
          const { now, succession } = await planned(params)
          if (!(await replace(succession.next, now.revision))) throw refusal('CONFLICT')
          const { sha256 } = succession.fresh
          await record({ ...doing, event: 'certificate.registered', party: params.party, at: clock.now(), object: sha256 })
          return { party: params.party, sha256 }
        },
      }),
    ],
  ])
}

const effectOf = (party: PartyId, succession: Succession): JsonObject => {
  const { fresh, older, turns } = succession
  const subject = subjectOf(certificateOf(fresh.der))
  return {
    party,
    use: fresh.use,
    sha256: fresh.sha256,
    succeeds: older.sha256,
    subject,
    // Allowed, and worth a look.
    sameSubject: subject === subjectOf(certificateOf(older.der)),
    validFrom: fresh.validFrom.toISOString(),
    validUntil: fresh.validUntil.toISOString(),
    turns: turns.map(({ at, what }) => ({ at: at.toISOString(), what })),
  }
}
