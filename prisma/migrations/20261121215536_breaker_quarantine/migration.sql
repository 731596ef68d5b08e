-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "retry" JSONB;

-- AlterTable
ALTER TABLE "audit_link" ADD COLUMN     "by" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "unended" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "breaker_failures" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "breaker_probe_s" DOUBLE PRECISION NOT NULL DEFAULT 60;

-- CreateTable
CREATE TABLE "breaker" (
    "party" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "probe_at" TIMESTAMPTZ(3),
    "probes" INTEGER NOT NULL,

    CONSTRAINT "breaker_pkey" PRIMARY KEY ("party")
);
