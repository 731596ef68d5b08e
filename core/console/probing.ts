/** Whether a party can be reached, step by step: the first one that fails says where to look. */
import type { PartyRecord } from '#core/directory.ts'

export const STEPS = ['dns', 'tcp', 'tls', 'certificate', 'http', 'clock'] as const

export interface ProbeStep {
  readonly step: (typeof STEPS)[number]
  readonly ok: boolean
  readonly durationMs: number
  /** Why not, as the system or TLS calls it: `ENOTFOUND`, `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `CLOCK_DIFFERENCE`, … */
  readonly code?: string
  /** What was found: addresses, protocol and cipher, until when the certificate is valid, status, by how many ms the clock differs. */
  readonly found?: Readonly<Record<string, string | number>>
}

export interface Probing {
  /** Stops at the first step that fails. Sends no message. `undefined` for a party that is not pushed to over HTTPS. */
  probe(party: PartyRecord): Promise<readonly ProbeStep[] | undefined>
}

/** A difference of clocks that signing times do not bear for long. */
export const CLOCK_MS = 30_000
