-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "revocation" TEXT NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "contested_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "trust_anchor" (
    "id" SERIAL NOT NULL,
    "party_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "der" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "ocsp" TEXT[],
    "crl" TEXT[],

    CONSTRAINT "trust_anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_status" (
    "sha256" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "der" BYTEA NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ask_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT,
    "kind" TEXT,
    "this_update" TIMESTAMPTZ(3),
    "next_update" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "answer" BYTEA,

    CONSTRAINT "certificate_status_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "trust_anchor_party_id_idx" ON "trust_anchor"("party_id");

-- CreateIndex
CREATE INDEX "certificate_status_ask_at_idx" ON "certificate_status"("ask_at");

-- AddForeignKey
ALTER TABLE "trust_anchor" ADD CONSTRAINT "trust_anchor_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;
