-- concurrently: whatever the console filters by, in the order of time; each in the place of one that served less

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_acts_by";

CREATE INDEX CONCURRENTLY "audit_link_acts_by" ON "audit_link"("by", "at", "party", "lane", "number") WHERE (role IS NOT NULL OR reason IS NOT NULL);

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_happened";

CREATE INDEX CONCURRENTLY "audit_link_happened" ON "audit_link"((split_part(event, ' ', 1)), "at", "party", "lane", "number") WHERE (event <> ALL (ARRAY['SubmissionAcceptance'::text, 'ContentConsignment'::text, 'ContentHandover'::text]));

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_by_party";

CREATE INDEX CONCURRENTLY "audit_link_by_party" ON "audit_link"("party", "at", "lane", "number");

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "clock_listed_state";

CREATE INDEX CONCURRENTLY "clock_listed_state" ON "clock"("due_at", "conversation_id", "clock_id", "state") WHERE (state <> 'stopped'::text AND due_at IS NOT NULL);

-- DropIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_rare";

-- DropIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_listed";

-- DropIndex
DROP INDEX CONCURRENTLY IF EXISTS "clock_listed";
