-- AlterTable
ALTER TABLE "console_passkey" ADD COLUMN     "label" TEXT;

-- CreateTable
CREATE TABLE "audit_verification" (
    "id" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "verdict" JSONB,

    CONSTRAINT "audit_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_settings" (
    "id" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_settings_pkey" PRIMARY KEY ("id")
);
