-- concurrently: what somebody asked to erase, and is not erased

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "message_to_erase";

CREATE INDEX CONCURRENTLY "message_to_erase" ON "message"("message_id") WHERE (erasure_rule IS NOT NULL AND erased_at IS NULL);
