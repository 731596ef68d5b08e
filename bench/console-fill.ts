/** Years of exchange, written straight into the tables: invented cases, with trouble in some of them. */
import { Client } from 'pg'

const PARTIES = `ARRAY['de','fr','nl','be','at','pl','az-sms','az-mfa','az-mia','az-sbs']`
const TYPES = `ARRAY['readmission-application','acknowledgement','information-request','information-response','verification-request','verification-result',
  'interview-request','interview-schedule','interview-result','readmission-reply','travel-document-request','travel-document-issued','transfer-notification',
  'transfer-notification-response','arrival-confirmation','delivery-notice','case-closure','transit-application','transit-reply','cost-claim']`
const CODES = `ARRAY['RECIPIENT_REFUSED','RECIPIENT_UNREACHABLE','RECIPIENT_BUSY','PREDECESSOR_DEAD','RECEIPT_MISMATCH']`
const CASE = 8
const DAYS = 30

/** Messages by their number, from the one after `after` to `upTo`. */
export interface Range {
  readonly after: number
  readonly upTo: number
}

/** Who sends, what and when follows from the number alone. */
const numbered = ({ after, upTo }: Range): string => `(
    SELECT i, md5('m' || i)::uuid AS message_id, md5('c' || i / ${CASE})::uuid AS conversation_id, i % ${CASE} + 1 AS number,
      (${PARTIES})[1 + (i / ${CASE}) % 6] AS state_party, (${PARTIES})[7 + (i / ${CASE / 2}) % 4] AS az_party, i % 2 = 0 AS from_state,
      (${TYPES})[1 + (i * 7 + i / 11) % 20] AS type, now() - interval '${DAYS} days' * (1 - (i - ${after})::float8 / ${upTo - after}) AS at, hashint4(i) & 1023 AS luck
    FROM generate_series(${after} + 1, ${upTo}) AS i
  ) AS n`
const SENDER = 'CASE WHEN from_state THEN state_party ELSE az_party END'
const RECIPIENT = 'CASE WHEN from_state THEN az_party ELSE state_party END'

/** Of 1,024 deliveries 31 are in trouble, and a few that are not wait. */
const STATE = `CASE WHEN luck < 16 THEN 'dead' WHEN luck < 23 THEN 'expired' WHEN luck < 28 THEN 'cancelled' WHEN luck < 30 THEN 'held'
    WHEN luck < 31 THEN 'retrying' WHEN luck < 34 THEN 'pending' ELSE 'delivered' END`
const TROUBLE = 'luck < 31'

const delivery = (range: Range, salt: string, party: string, copy: boolean, only: string): string => `
  INSERT INTO delivery (delivery_id, message_id, sender, conversation_id, number, party, transport, state, waiting_since, due_at, expires_at, attempts,
    code, delivered_at, encoded_media_type, encoded_bytes, digest, content_digest, type, copy)
  SELECT md5('${salt}' || i)::uuid, message_id, ${SENDER}, conversation_id, number, ${party}, 'push', ${STATE}, at, at, at + interval '40 days', 4,
    CASE WHEN ${TROUBLE} THEN (${CODES})[1 + i % 5] END, CASE WHEN luck >= 34 THEN at + make_interval(secs => 0.05 + (luck % 97) ^ 2 / 90.0) END,
    'application/xml', decode(repeat(md5('b' || i), 8), 'hex'), md5('x' || i) || md5('y' || i), md5('z' || i), type, ${copy}
  FROM ${numbered(range)} ${only}`

const STEPS = (range: Range): readonly (readonly [string, string])[] => [
  [
    'conversations',
    `INSERT INTO conversation (id, agreement, participants, state, length, rule_set_version)
    SELECT DISTINCT ON (conversation_id) conversation_id, 'eu-az-2014', ARRAY[state_party, az_party], 'applied', ${CASE}, 1 FROM ${numbered(range)}`,
  ],
  [
    'messages',
    `INSERT INTO message (message_id, sender, recipient, conversation_id, number, type, version, agreement, created_at, received_at, media_type, digest,
      content_digest, receipt_id, receipt_media_type, receipt_bytes)
    SELECT message_id, ${SENDER}, ${RECIPIENT}, conversation_id, number, type, '1.0', 'eu-az-2014', at, at, 'application/xml',
      md5('d' || i) || md5('e' || i), md5('f' || i), md5('r' || i)::uuid, 'application/xml', decode(repeat(md5('q' || i), 8), 'hex') FROM ${numbered(range)}`,
  ],
  [
    'bodies',
    `INSERT INTO message_body (message_id, sender, original, content)
    SELECT message_id, ${SENDER}, decode(repeat(md5('o' || i), 8), 'hex'), '' FROM ${numbered(range)}`,
  ],
  ['deliveries', delivery(range, 'l', RECIPIENT, false, '')],
  [
    'copies',
    delivery(
      range,
      'k',
      `CASE WHEN from_state THEN 'az-sbs' ELSE 'pl' END`,
      true,
      `WHERE i % 10 = 0 AND 'az-sbs' <> az_party AND 'pl' <> state_party`,
    ),
  ],
  [
    'attempts',
    `INSERT INTO attempt (delivery_id, number, started_at, duration_ms, status, state, code)
    SELECT md5('l' || i)::uuid, t, at + make_interval(secs => t * 10), 40 + luck % 200, CASE WHEN t = 4 AND luck >= 34 THEN 200 ELSE 503 END,
      CASE WHEN t = 4 THEN CASE WHEN luck >= 34 THEN 'delivered' ELSE 'retrying' END ELSE 'retrying' END,
      CASE WHEN t < 4 OR luck < 34 THEN 'RECIPIENT_BUSY' END
    FROM ${numbered(range)}, generate_series(1, 4) AS t`,
  ],
  [
    'audit links',
    `INSERT INTO audit_link (party, lane, number, head, event, at, message_id, delivery_id, by, reason)
    SELECT CASE WHEN i % 50 = 0 AND t = 2 THEN 'hub' ELSE ${SENDER} END, 100 + t, i, '\\x00',
      CASE WHEN t = 1 THEN 'SubmissionAcceptance' WHEN i % 50 = 0 THEN 'delivery.replayed' ELSE 'ContentHandover' END, at, message_id,
      CASE WHEN t = 2 THEN md5('l' || i)::uuid END, CASE WHEN i % 50 = 0 AND t = 2 THEN 'operator-' || i % 7 END,
      CASE WHEN i % 50 = 0 AND t = 2 THEN 'partner mended' END
    FROM ${numbered(range)}, generate_series(1, 2) AS t`,
  ],
  [
    'clocks',
    `INSERT INTO clock (conversation_id, clock_id, rule_set, rule_set_version, limit_row, started_by, state, opened_at, started_at, due_at, warn_at, time_zone,
      extensions, confidence, confirmed, open_years)
    SELECT conversation_id, message_id || ':T5', 'eu-az-2014', 1, 'T5', message_id, CASE WHEN i % 80 = 1 THEN 'running' ELSE 'stopped' END, at, at,
      at + interval '31 days', '{}', 'Asia/Baku', 0, 'V', true, '{}' FROM ${numbered(range)} WHERE number = 2`,
  ],
]

const TABLES = `(ARRAY (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace))`

/** Keys and indexes as statements that make them again; foreign keys are not looked up, for what is written here fits together. */
const KEYS = `SELECT conrelid::regclass || '' AS "table", conname AS name, true AS "isKey", contype = 'f' AS foreign,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) || CASE WHEN contype = 'f' THEN ' NOT VALID' ELSE '' END AS sql
  FROM pg_constraint WHERE conrelid = ANY ${TABLES} AND contype IN ('p', 'u', 'f')
  UNION ALL
  SELECT indrelid::regclass || '', indexrelid::regclass || '', false, false, pg_get_indexdef(indexrelid)
  FROM pg_index WHERE indrelid = ANY ${TABLES} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
  ORDER BY "isKey" DESC, "foreign" DESC`

interface Key {
  readonly table: string
  readonly name: string
  readonly isKey: boolean
  readonly sql: string
}

/** Without keys and indexes while it is written, which are made again at the end. */
export async function fillConsole(url: string, range: Range, said: (what: string, seconds: number) => void): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now()
    await work()
    said(what, (performance.now() - began) / 1000)
  }
  try {
    for (const setting of SETTINGS) await client.query(`ALTER SYSTEM SET ${setting}`)
    await client.query('SELECT pg_reload_conf()')
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`)
    const { rows: keys } = await client.query<Key>(KEYS)
    for (const { table, name, isKey } of keys) {
      await client.query(isKey ? `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS "${name}"` : `DROP INDEX ${name}`)
    }
    for (const [what, sql] of STEPS(range)) await timed(what, () => client.query(sql))
    await timed('keys', async () => {
      for (const { sql } of keys.toReversed()) await client.query(sql)
    })
    await client.query('ALTER SYSTEM RESET ALL')
    await client.query('SELECT pg_reload_conf()')
  } finally {
    await client.end()
  }
}

const SETTINGS = ['fsync = off', 'full_page_writes = off', "max_wal_size = '16GB'", 'autovacuum = off', "checkpoint_timeout = '1h'"]

/** What autovacuum does sooner or later: index-only scans need it. */
export async function tidy(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}
