import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { CertificateStatus } from '#core/pki/status.ts'
import { type Contested, contestEvent, type RevocationAnswer, type RevocationDesk, type Watched } from '#core/revocation.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { audited, auditing } from './audit.ts'
import { run, statement } from './pool.ts'

const WATCH = statement(
  'revocation_watch',
  `INSERT INTO certificate_status (sha256, party, use, der, valid_until, since, ask_at)
  SELECT *, :now::timestamptz, :now::timestamptz
  FROM unnest(:sha256s::text[], :parties::text[], :uses::text[], :ders::bytea[], :ends::timestamptz[])
  ON CONFLICT (sha256) DO NOTHING`,
)

const DUE = statement(
  'revocation_due',
  `SELECT party, use, der FROM certificate_status
  WHERE ask_at <= :now::timestamptz AND valid_until >= :now::timestamptz AND state IS DISTINCT FROM 'revoked' ORDER BY ask_at LIMIT :limit`,
)

/** What is newer, of what is not revoked. */
const IS_NEWS = `state IS DISTINCT FROM 'revoked' AND coalesce(this_update <= :thisUpdate::timestamptz, true)`

/** Another state is told to all processes by a new revision of the directory. */
const ANSWERED = statement(
  'revocation_answered',
  `WITH before AS (
    SELECT state FROM certificate_status WHERE sha256 = :sha256
  ), kept AS (
    UPDATE certificate_status SET ask_at = :askAt::timestamptz, state = :state::text, kind = :kind::text, this_update = :thisUpdate::timestamptz,
      next_update = :nextUpdate::timestamptz, revoked_at = :revokedAt::timestamptz, answer = :bytes::bytea
    WHERE sha256 = :sha256 AND ${IS_NEWS}
    RETURNING sha256
  ), later AS (
    UPDATE certificate_status SET ask_at = :askAt::timestamptz WHERE sha256 = :sha256 AND NOT (${IS_NEWS})
  )
  INSERT INTO directory_revision AS r (id, revision) SELECT 1, 1 FROM kept, before WHERE before.state IS DISTINCT FROM :state::text
  ON CONFLICT (id) DO UPDATE SET revision = r.revision + 1
  RETURNING revision`,
)

const UNANSWERED = statement('revocation_unanswered', 'UPDATE certificate_status SET ask_at = :askAt WHERE sha256 = :sha256')

const ANSWER = statement(
  'revocation_answer',
  `SELECT kind, state, this_update AS "thisUpdate", next_update AS "nextUpdate", revoked_at AS "revokedAt", answer AS bytes
  FROM certificate_status WHERE sha256 = :sha256 AND answer IS NOT NULL`,
)

/** By the index of what a party has sent, newest first. */
const CONTESTED = statement(
  'revocation_contested',
  `SELECT m.message_id AS "messageId", m.sender AS "from", s.sha256
  FROM certificate_status AS s
  JOIN message AS m ON m.sender = s.party AND m.received_at >= s.revoked_at AND m.signer_sha256 = s.sha256 AND m.contested_at IS NULL
  WHERE s.state = 'revoked' AND s.use = 'signing' ORDER BY m.received_at LIMIT :limit`,
)

const CONTEST = statement(
  'revocation_contest',
  `WITH done AS (
    UPDATE message SET contested_at = :now::timestamptz WHERE message_id = :messageId::uuid AND sender = :from AND contested_at IS NULL
    RETURNING message_id
  ), ${auditing('done')}`,
)

interface WatchedRow {
  readonly party: PartyId
  readonly use: Watched['use']
  readonly der: Uint8Array
}

interface AnswerRow {
  readonly kind: RevocationAnswer['kind']
  readonly state: CertificateStatus['state']
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly revokedAt: Date | null
  readonly bytes: Uint8Array
}

export function postgresRevocation(pool: Pool): RevocationDesk {
  return {
    watch: async (certificates, now) => {
      if (certificates.length === 0) return
      await run(pool, WATCH, {
        sha256s: certificates.map(({ certificate }) => certificate.sha256),
        parties: certificates.map(({ party }) => party),
        uses: certificates.map(({ use }) => use),
        ders: certificates.map(({ certificate }) => certificate.der),
        ends: certificates.map(({ certificate }) => certificate.validUntil),
        now,
      })
    },
    due: async (now, limit) => {
      const rows = await run<WatchedRow>(pool, DUE, { now, limit })
      return rows.map(({ der, ...row }) => ({ ...row, certificate: certificateOf(der) }))
    },
    answered: async (sha256, { kind, bytes, status }, askAt) => {
      const { nextUpdate = null, revokedAt = null, ...said } = status
      return (await run(pool, ANSWERED, { sha256, kind, bytes, ...said, nextUpdate, revokedAt, askAt })).length > 0 ? 'news' : 'kept'
    },
    unanswered: async (sha256, askAt) => void (await run(pool, UNANSWERED, { sha256, askAt })),
    answer: async (sha256) => {
      const [row] = await run<AnswerRow>(pool, ANSWER, { sha256 })
      if (!row) return undefined
      const { kind, bytes, nextUpdate, revokedAt, ...status } = row
      return { kind, bytes, status: { ...status, nextUpdate: nextUpdate ?? undefined, revokedAt: revokedAt ?? undefined } }
    },
    contested: (limit) => run<Contested>(pool, CONTESTED, { limit }),
    contest: async ({ messageId, from, sha256 }, at) => {
      await run(pool, CONTEST, { messageId, from, now: at, ...audited(contestEvent({ messageId, from, sha256 }, at)) })
    },
  }
}
