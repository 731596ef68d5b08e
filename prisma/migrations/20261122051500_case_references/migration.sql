-- CreateTable
CREATE TABLE "case_reference" (
    "hash" BYTEA NOT NULL,
    "conversation_id" UUID NOT NULL,

    CONSTRAINT "case_reference_pkey" PRIMARY KEY ("hash","conversation_id")
);

-- CreateTable
CREATE TABLE "reference_key" (
    "id" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_id" UUID NOT NULL,
    "reached_of" TEXT NOT NULL,

    CONSTRAINT "reference_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_reference_conversation_id_idx" ON "case_reference"("conversation_id");
