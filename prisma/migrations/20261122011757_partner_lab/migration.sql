-- AlterTable
ALTER TABLE "party" ADD COLUMN     "test" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "lab_delivery" (
    "delivery_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "signature" TEXT,
    "attachment" TEXT,
    "waits" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "lab_delivery_pkey" PRIMARY KEY ("delivery_id")
);

-- CreateTable
CREATE TABLE "lab_statement" (
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "signature" TEXT,

    CONSTRAINT "lab_statement_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE INDEX "lab_delivery_party_idx" ON "lab_delivery"("party");

-- AddForeignKey
ALTER TABLE "lab_statement" ADD CONSTRAINT "lab_statement_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "lab_delivery"("delivery_id") ON DELETE CASCADE ON UPDATE CASCADE;
