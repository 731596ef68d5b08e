-- AlterTable
ALTER TABLE "console_account" ADD COLUMN     "challenge" TEXT,
ADD COLUMN     "subject" TEXT;

-- CreateTable
CREATE TABLE "console_approval" (
    "approval_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_role" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "outcome" TEXT,
    "alone" BOOLEAN NOT NULL,
    "reviewed_by" TEXT,

    CONSTRAINT "console_approval_pkey" PRIMARY KEY ("approval_id")
);

-- CreateTable
CREATE TABLE "console_reveal" (
    "reveal_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "console_reveal_pkey" PRIMARY KEY ("reveal_id")
);

-- CreateIndex
CREATE INDEX "console_approval_asked_at_idx" ON "console_approval"("asked_at");

-- CreateIndex
CREATE INDEX "console_reveal_account_at_idx" ON "console_reveal"("account", "at");

-- CreateIndex
CREATE UNIQUE INDEX "console_account_subject_key" ON "console_account"("subject");

-- Two people, unless one has broken the glass for everybody to see.
ALTER TABLE "console_approval" ADD CONSTRAINT "console_approval_two" CHECK ("alone" OR "decided_by" <> "asked_by");
