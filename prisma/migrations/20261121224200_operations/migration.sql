-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "attempts_before" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reopened" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "replay" (
    "job_id" UUID NOT NULL,
    "filter" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "reached" INTEGER NOT NULL,
    "replayed" INTEGER NOT NULL,
    "leased_by" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "replay_pkey" PRIMARY KEY ("job_id")
);

-- CreateTable
CREATE TABLE "replay_item" (
    "job_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "delivery_id" UUID NOT NULL,

    CONSTRAINT "replay_item_pkey" PRIMARY KEY ("job_id","number")
);

-- CreateIndex
CREATE INDEX "replay_running" ON "replay"("started_at") WHERE (state = 'running'::text);

-- CreateIndex
CREATE INDEX "delivery_replayable" ON "delivery"("party", "waiting_since") WHERE (state = ANY (ARRAY['dead'::text, 'held'::text, 'expired'::text, 'cancelled'::text]));

-- AddForeignKey
ALTER TABLE "replay_item" ADD CONSTRAINT "replay_item_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "replay"("job_id") ON DELETE CASCADE ON UPDATE CASCADE;
