-- concurrently: statement by statement, each for itself, so that nobody waits; begun again it leads to the same

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "delivery_dead";

CREATE INDEX CONCURRENTLY "delivery_dead" ON "delivery"("due_at") WHERE (state = 'dead'::text);
