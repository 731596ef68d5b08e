/** What migrations make and schema.prisma cannot say. It stands here in PostgreSQL's own words, so that none of it goes by accident. */
import { Client } from 'pg'

const MADE = [
  `CHECK of console_approval: console_approval_two CHECK ((alone OR (decided_by <> asked_by)))`,
  `CREATE INDEX audit_link_happened ON public.audit_link USING btree (split_part(event, ' '::text, 1), at, party, lane, number) WHERE (event <> ALL (ARRAY['SubmissionAcceptance'::text, 'ContentConsignment'::text, 'ContentHandover'::text]))`,
  'never compressed: attachment_chunk.bytes',
  'never compressed: delivery.encoded_bytes',
  'never compressed: message_body.content',
  'never compressed: message_body.original',
]

const FOUND = `
  SELECT format('CHECK of %s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS made FROM pg_constraint
  WHERE contype = 'c' AND connamespace = 'public'::regnamespace
  UNION ALL
  SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
  WHERE indexprs IS NOT NULL AND relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT format('never compressed: %s.%s', relname, attname) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_type ON pg_type.oid = atttypid
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attstorage = 'e' AND typstorage <> 'e'`

/** A line for each that is missing, or is there and not named here; none when all is as it should be. */
export async function strayed(url: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ readonly made: string }>(FOUND)
    const found = rows.map(({ made }) => made)
    return [
      ...MADE.filter((one) => !found.includes(one)).map((one) => `-- The migrations do not make: ${one}`),
      ...found
        .filter((one) => !MADE.includes(one))
        .map((one) => `-- The migrations make what prisma/beside-prisma.ts does not name: ${one}`),
    ]
  } finally {
    await client.end()
  }
}
