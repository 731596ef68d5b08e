-- AlterTable
ALTER TABLE "audit_link" ADD COLUMN     "object" TEXT,
ADD COLUMN     "role" TEXT,
ADD COLUMN     "session" TEXT;

-- CreateTable
CREATE TABLE "console_account" (
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "password" TEXT,
    "totp" BYTEA,
    "totp_step" INTEGER NOT NULL DEFAULT 0,
    "recovery" TEXT[],
    "enrol_token" BYTEA,
    "enrol_ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "console_account_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "console_passkey" (
    "id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "console_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_session" (
    "token" BYTEA NOT NULL,
    "session_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "stepped_up_at" TIMESTAMPTZ(3),
    "challenge" TEXT,

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "console_guess" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "console_guess_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "console_account_enrol_token_key" ON "console_account"("enrol_token");

-- CreateIndex
CREATE INDEX "console_passkey_account_idx" ON "console_passkey"("account");

-- CreateIndex
CREATE UNIQUE INDEX "console_session_session_id_key" ON "console_session"("session_id");

-- CreateIndex
CREATE INDEX "console_session_account_idx" ON "console_session"("account");

-- AddForeignKey
ALTER TABLE "console_passkey" ADD CONSTRAINT "console_passkey_account_fkey" FOREIGN KEY ("account") REFERENCES "console_account"("name") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "console_session" ADD CONSTRAINT "console_session_account_fkey" FOREIGN KEY ("account") REFERENCES "console_account"("name") ON DELETE CASCADE ON UPDATE CASCADE;
