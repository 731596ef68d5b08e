/** What issuers say, in the memory store. Passes the same suite as the real one (revocation.contract.ts). */
import type { KnownStatus } from '#core/directory.ts'
import type { AuditEvent } from '#core/ports.ts'
import { contestEvent, type RevocationAnswer, type RevocationDesk, type Watched } from '#core/revocation.ts'
import type { Kept } from './memory-store.ts'

interface Inside {
  readonly messages: ReadonlyMap<string, Kept>
  audit(event: AuditEvent): void
  /** The directory is another one from now on. */
  changed(): void
}

interface Row extends Watched {
  askAt: Date
  answer: RevocationAnswer | undefined
}

export interface MemoryRevocation extends RevocationDesk {
  statuses(): readonly KnownStatus[]
}

export function memoryRevocation({ messages, audit, changed }: Inside): MemoryRevocation {
  const rows = new Map<string, Row>()
  const stateOf = ({ answer }: Row) => answer?.status.state

  return {
    statuses: () =>
      [...rows].flatMap(([sha256, { party, answer }]) =>
        answer ? [{ sha256, party, state: answer.status.state, revokedAt: answer.status.revokedAt }] : [],
      ),
    watch: async (certificates, now) => {
      for (const one of certificates)
        if (!rows.has(one.certificate.sha256)) rows.set(one.certificate.sha256, { ...one, askAt: now, answer: undefined })
    },
    due: async (now, limit) =>
      [...rows.values()]
        .filter((row) => row.askAt <= now && row.certificate.validUntil >= now && stateOf(row) !== 'revoked')
        .sort((a, b) => a.askAt.getTime() - b.askAt.getTime())
        .slice(0, limit)
        .map(({ party, use, certificate }) => ({ party, use, certificate })),
    answered: async (sha256, answer, askAt) => {
      const row = rows.get(sha256)
      if (!row) return 'kept'
      row.askAt = askAt
      const before = stateOf(row)
      if (before === 'revoked' || (row.answer && row.answer.status.thisUpdate > answer.status.thisUpdate)) return 'kept'
      row.answer = answer
      if (before === answer.status.state) return 'kept'
      changed()
      return 'news'
    },
    unanswered: async (sha256, askAt) => {
      const row = rows.get(sha256)
      if (row) row.askAt = askAt
    },
    answer: async (sha256) => rows.get(sha256)?.answer,
    contested: async (limit) =>
      [...messages.values()]
        .flatMap((kept) => {
          const { message, receivedAt, contestedAt } = kept
          const sha256 = 'signerSha256' in message ? message.signerSha256 : ''
          const { answer, use, party } = rows.get(sha256) ?? {}
          const { revokedAt } = answer?.status ?? {}
          const isSince = revokedAt !== undefined && receivedAt >= revokedAt && party === message.from
          return isSince && use === 'signing' && !contestedAt ? [{ messageId: message.messageId, from: message.from, sha256 }] : []
        })
        .slice(0, limit),
    contest: async (contested, at) => {
      const kept = messages.get(`${contested.messageId} ${contested.from}`)
      if (!kept || kept.contestedAt) return
      kept.contestedAt = at
      audit(contestEvent(contested, at))
    },
  }
}
