-- concurrently: statement by statement, each for itself, so that nobody waits; begun again it leads to the same
-- was 8072f63394af2321b96c0de701c1e99cdbcb2c61d030ed2cbf5b68235dfea66d

-- Deliveries of before learn what their messages are, 8 MB of the table at a time, in the order in which they lie on the disk. Once more at the end,
-- for those that processes of the version before stored or moved meanwhile. Each looks its message up by itself: no plan reads all messages every time.
DO $$
DECLARE
  stride CONSTANT int := 1024;
  blocks CONSTANT bigint := pg_relation_size('delivery') / current_setting('block_size')::int;
BEGIN
  FOR block IN 0 .. blocks BY stride LOOP
    UPDATE delivery AS d SET (type, copy) = (SELECT m.type, d.party <> m.recipient FROM message AS m WHERE m.message_id = d.message_id AND m.sender = d.sender)
    WHERE d.ctid >= format('(%s,0)', block)::tid AND d.ctid < format('(%s,0)', block + stride)::tid AND d.type IS NULL;
    COMMIT;
  END LOOP;
END $$;

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "attempt_failed";

CREATE INDEX CONCURRENTLY "attempt_failed" ON "attempt"("started_at", "delivery_id") WHERE (state <> ALL (ARRAY['delivered'::text, 'sent'::text]));

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_listed";

CREATE INDEX CONCURRENTLY "audit_link_listed" ON "audit_link"("at", "party", "lane", "number");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_rare";

CREATE INDEX CONCURRENTLY "audit_link_rare" ON "audit_link"("event", "at", "party", "lane", "number") WHERE (event <> ALL (ARRAY['SubmissionAcceptance'::text, 'ContentConsignment'::text, 'ContentHandover'::text]));

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "clock_listed";

CREATE INDEX CONCURRENTLY "clock_listed" ON "clock"("due_at", "conversation_id", "clock_id") WHERE (state <> 'stopped'::text AND due_at IS NOT NULL);

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "delivery_waiting";

CREATE INDEX CONCURRENTLY "delivery_waiting" ON "delivery"("party", "waiting_since", "message_id", "sender", "type", "state") WHERE (state = ANY (ARRAY['pending'::text, 'sent'::text]));

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "delivery_trouble";

CREATE INDEX CONCURRENTLY "delivery_trouble" ON "delivery"("state", "waiting_since", "message_id", "sender", "party", "type", "code") WHERE (state = ANY (ARRAY['retrying'::text, 'held'::text, 'dead'::text, 'expired'::text, 'cancelled'::text]));

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "delivery_copy";

CREATE INDEX CONCURRENTLY "delivery_copy" ON "delivery"("party", "type", "waiting_since", "message_id") WHERE (copy);

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "delivery_delivered";

CREATE INDEX CONCURRENTLY "delivery_delivered" ON "delivery"("delivered_at", "sender", "party", "waiting_since") WHERE (delivered_at IS NOT NULL);

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "message_listed";

CREATE INDEX CONCURRENTLY "message_listed" ON "message"("received_at", "message_id", "sender", "recipient");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "message_listed_type";

CREATE INDEX CONCURRENTLY "message_listed_type" ON "message"("type", "received_at", "message_id");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "message_listed_from";

CREATE INDEX CONCURRENTLY "message_listed_from" ON "message"("sender", "type", "received_at", "message_id");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "message_listed_to";

CREATE INDEX CONCURRENTLY "message_listed_to" ON "message"("recipient", "type", "received_at", "message_id");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "replay_listed";

CREATE INDEX CONCURRENTLY "replay_listed" ON "replay"("started_at", "job_id");

UPDATE delivery AS d SET (type, copy) = (SELECT m.type, d.party <> m.recipient FROM message AS m WHERE m.message_id = d.message_id AND m.sender = d.sender)
WHERE d.type IS NULL;
