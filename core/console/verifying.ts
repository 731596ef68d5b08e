/** Verifying the whole audit trail: it takes as long as the trail is, so it is begun and looked after. */
import type { PartyId } from '#core/message.ts'

export interface Verdict {
  readonly chains: number
  readonly links: number
  /** The first link that does not hold, in each chain that is broken. */
  readonly broken: readonly { readonly party: PartyId; readonly lane: number; readonly number: number }[]
}

export type Verification =
  | { readonly state: 'never' }
  | { readonly state: 'running'; readonly since: Date }
  | { readonly state: 'failed'; readonly at: Date }
  | ({ readonly state: 'done'; readonly at: Date } & Verdict)

export interface Verifying {
  readonly last: () => Verification
  /** Nothing, when it is under way. */
  readonly begin: (verify: () => Promise<Verdict>, now: () => Date) => void
}

/** Of one process: each hub looks for itself. */
export function verifying(): Verifying {
  let last: Verification = { state: 'never' }
  return {
    last: () => last,
    begin(verify, now) {
      if (last.state === 'running') return
      last = { state: 'running', since: now() }
      verify().then(
        (verdict) => {
          last = { state: 'done', at: now(), ...verdict }
        },
        () => {
          last = { state: 'failed', at: now() }
        },
      )
    },
  }
}
