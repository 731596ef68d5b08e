-- CreateTable
CREATE TABLE "party_traffic" (
    "step" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "p50" INTEGER,
    "p95" INTEGER,

    CONSTRAINT "party_traffic_pkey" PRIMARY KEY ("step","at","party")
);

-- What was counted before, as traffic.ts sums it up.
INSERT INTO party_traffic (step, at, party, accepted, delivered, failed, p50, p95)
SELECT step, at, party, sum(accepted), sum(delivered), sum(failed), min(p50), min(p95) FROM (
  SELECT step, at, sender AS party, accepted, 0 AS delivered, 0 AS failed, NULL::int AS p50, NULL::int AS p95 FROM traffic
  UNION ALL SELECT step, at, party, 0, delivered, failed, NULL, NULL FROM traffic
  UNION ALL
  SELECT step, at, party, 0, 0, 0, min(slot) FILTER (WHERE 2 * upto >= whole), min(slot) FILTER (WHERE 20 * upto >= 19 * whole) FROM (
    SELECT step, at, party, slot, sum(count) OVER (PARTITION BY step, at, party ORDER BY slot) AS upto, sum(count) OVER (PARTITION BY step, at, party) AS whole
    FROM traffic_latency
  ) AS slots GROUP BY step, at, party
) AS one GROUP BY step, at, party;
