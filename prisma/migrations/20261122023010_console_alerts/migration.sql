-- CreateTable
CREATE TABLE "alert_settings" (
    "id" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "quiet" JSONB,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "alert_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("alert_id")
);

-- CreateIndex
CREATE INDEX "alert_since_idx" ON "alert"("since");

-- CreateIndex
CREATE UNIQUE INDEX "alert_lasting" ON "alert"("rule", "party") WHERE (ended_at IS NULL);
