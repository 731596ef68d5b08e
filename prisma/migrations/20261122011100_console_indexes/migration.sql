-- concurrently: statement by statement, each for itself, so that nobody waits; begun again it leads to the same

-- Deliveries of before learn what their messages are. Once more at the end, for those that processes of the version before stored meanwhile.
DO $$
DECLARE
  page uuid[];
  reached uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  LOOP
    page := ARRAY (SELECT delivery_id FROM delivery WHERE delivery_id > reached ORDER BY delivery_id LIMIT 5000);
    EXIT WHEN cardinality(page) = 0;
    UPDATE delivery AS d SET type = m.type, copy = d.party <> m.recipient FROM message AS m
    WHERE d.delivery_id = ANY (page) AND d.type IS NULL AND m.message_id = d.message_id AND m.sender = d.sender;
    reached := page[cardinality(page)];
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

UPDATE delivery AS d SET type = m.type, copy = d.party <> m.recipient FROM message AS m
WHERE d.type IS NULL AND m.message_id = d.message_id AND m.sender = d.sender;
