-- concurrently: acts of operators, by time

-- CreateIndex
DROP INDEX CONCURRENTLY IF EXISTS "audit_link_acts";

CREATE INDEX CONCURRENTLY "audit_link_acts" ON "audit_link"("at", "party", "lane", "number") WHERE (role IS NOT NULL OR reason IS NOT NULL);
