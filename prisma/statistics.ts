/** Facts for statistics out of what was stored: written when a message was accepted, so that nothing of any content is looked at again. */
import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { Statistics } from '#core/ports.ts'
import { COUNTED_OPENINGS, COUNTED_TYPES, type RecordedCase, type RecordedMessage, type Said } from '#core/statistics/recorded.ts'
import { run, statement } from './pool.ts'

/** Cases at a time. */
const PAGE = 200

/** Everything of a case is in one page. */
const CASES = statement(
  'statistics',
  `WITH page AS (
    SELECT conversation_id FROM message
    WHERE number = 1 AND type = ANY (:openings::text[]) AND received_at < :until AND conversation_id > :after::uuid
    ORDER BY conversation_id LIMIT ${PAGE}
  )
  SELECT m.conversation_id, m.number, m.type, m.sender, m.recipient, m.received_at,
    (SELECT min(d.delivered_at) FROM delivery AS d
      WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.party = m.recipient) AS handed_over_at,
    f.category, f.code, f.grounds, f.count
  FROM page JOIN message AS m USING (conversation_id)
  LEFT JOIN message_facts AS f ON f.message_id = m.message_id AND f.sender = m.sender
  WHERE m.type = ANY (:types::text[]) AND m.received_at < :until
  UNION ALL
  SELECT k.conversation_id, NULL, k.lapse, 'hub', 'hub', k.lapsed_at, NULL, NULL, NULL, NULL, NULL
  FROM page JOIN clock AS k USING (conversation_id) WHERE k.lapsed_at < :until
  ORDER BY conversation_id, number NULLS LAST, received_at, type`,
)

interface Row {
  readonly conversation_id: string
  readonly type: RecordedMessage['type']
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly received_at: Date
  readonly handed_over_at: Date | null
  readonly category: string | null
  readonly code: string | null
  readonly grounds: readonly string[] | null
  /** Without facts there is none. */
  readonly count: number | null
}

/** Reads only. Cases come in the order of their ids. */
export function postgresStatistics(pool: Pool): Statistics {
  return { cases: (until) => casesOf(pool, until) }
}

async function* casesOf(pool: Pool, until: Date): AsyncGenerator<RecordedCase> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await run<Row>(pool, CASES, { openings: COUNTED_OPENINGS, types: COUNTED_TYPES, until, after })
    for (const [id, [first, ...more]] of Map.groupBy(rows, (row) => row.conversation_id)) {
      after = id
      if (first) yield [messageOf(first, until), ...more.map((row) => messageOf(row, until))]
    }
    if (rows.length === 0) return
  }
}

/** What happened from `until` on is not known yet. */
function messageOf({ type, sender, recipient, received_at, handed_over_at, ...row }: Row, until: Date): RecordedMessage {
  return {
    type,
    from: sender,
    to: recipient,
    receivedAt: received_at,
    handedOverAt: handed_over_at !== null && handed_over_at < until ? handed_over_at : undefined,
    said: row.count === null ? undefined : saidOf({ ...row, count: row.count }),
  }
}

function saidOf({ category, code, grounds, count }: Pick<Row, 'category' | 'code' | 'grounds'> & Pick<Said, 'count'>): Said {
  return { category: category ?? undefined, code: code ?? undefined, grounds: grounds ?? [], count }
}
