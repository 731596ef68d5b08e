-- CreateTable
CREATE TABLE "lab_session" (
    "lab_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "expected" INTEGER NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "report" BYTEA,
    "signature" TEXT,

    CONSTRAINT "lab_session_pkey" PRIMARY KEY ("lab_id")
);

-- CreateIndex
CREATE INDEX "lab_session_started_at_idx" ON "lab_session"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "lab_session_running" ON "lab_session"("party") WHERE (ended_at IS NULL);
