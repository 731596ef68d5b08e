/** Facts for statistics out of the stored messages: PostgreSQL reads codes and counts from their contents; nothing else of these leaves the database. */
import type { Pool } from 'pg'
import type { MessageType, PartyId } from '#core/message.ts'
import type { Statistics } from '#core/ports.ts'
import { COUNTED_OPENINGS, COUNTED_TYPES, type RecordedCase, type RecordedMessage, type Said } from '#core/statistics/recorded.ts'
import { run, statement } from './pool.ts'

/** Cases at a time: their contents may hold photographs (measured: 4 ms a case with 200 KB), and a statement has 10 s. */
const PAGE = 50

/** Every message of a case is in one page. The content of an erased one is gone or empty. */
const CASES = statement(
  'statistics',
  `WITH page AS (
    SELECT conversation_id FROM message
    WHERE number = 1 AND type = ANY (:openings::text[]) AND received_at < :until AND conversation_id > :after::uuid
    ORDER BY conversation_id LIMIT ${PAGE}
  )
  SELECT m.conversation_id, m.type, m.sender, m.recipient, m.received_at,
    (SELECT min(d.delivered_at) FROM delivery AS d
      WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.party = m.recipient) AS handed_over_at,
    b.content IS NOT NULL AS said, s."personCategory" AS category, coalesce(s.decision, s.outcome) AS code,
    (SELECT array_agg(ground ->> 'code' ORDER BY ordinality) FROM json_array_elements(s.grounds) WITH ORDINALITY AS g (ground)) AS grounds,
    json_array_length(coalesce(s.persons, s.travellers, s.documents)) AS count
  FROM page JOIN message AS m USING (conversation_id)
  LEFT JOIN message_body AS b ON b.message_id = m.message_id AND b.sender = m.sender AND length(b.content) > 0
  LEFT JOIN LATERAL json_to_record(convert_from(b.content, 'UTF8')::json -> 'body')
    AS s ("personCategory" text, decision text, outcome text, grounds json, persons json, travellers json, documents json) ON true
  WHERE m.type = ANY (:types::text[]) AND m.received_at < :until
  ORDER BY m.conversation_id, m.number`,
)

interface Row {
  readonly conversation_id: string
  readonly type: MessageType
  readonly sender: PartyId
  readonly recipient: PartyId
  readonly received_at: Date
  readonly handed_over_at: Date | null
  readonly said: boolean
  readonly category: string | null
  readonly code: string | null
  readonly grounds: readonly string[] | null
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
    said: row.said ? saidOf(row) : undefined,
  }
}

function saidOf({ category, code, grounds, count }: Pick<Row, 'category' | 'code' | 'grounds' | 'count'>): Said {
  return { category: category ?? undefined, code: code ?? undefined, grounds: grounds ?? [], count: count ?? 0 }
}
