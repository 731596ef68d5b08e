-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "category" TEXT,
ADD COLUMN     "clock_revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rule_set_version" INTEGER;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "state" TEXT,
ADD COLUMN     "time_zone" TEXT;

-- CreateTable
CREATE TABLE "clock" (
    "conversation_id" UUID NOT NULL,
    "clock_id" TEXT NOT NULL,
    "rule_set" TEXT NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "limit_row" TEXT NOT NULL,
    "started_by" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3)[],
    "time_zone" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "extensions" INTEGER NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" UUID,
    "confidence" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "open_years" TEXT[],
    "look_at" TIMESTAMPTZ(3),

    CONSTRAINT "clock_pkey" PRIMARY KEY ("conversation_id","clock_id")
);

-- CreateTable
CREATE TABLE "limit_confirmation" (
    "scope" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_confirmation_pkey" PRIMARY KEY ("scope","item")
);

-- CreateIndex
CREATE INDEX "clock_look_at" ON "clock"("look_at") WHERE (look_at IS NOT NULL);

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
