-- CreateTable
CREATE TABLE "party" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dialect" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "url" TEXT,
    "signature" TEXT NOT NULL,
    "timeout_s" DOUBLE PRECISION NOT NULL,
    "receipt_timeout_s" DOUBLE PRECISION NOT NULL,
    "retry_first_s" DOUBLE PRECISION NOT NULL,
    "retry_factor" DOUBLE PRECISION NOT NULL,
    "retry_max_s" DOUBLE PRECISION NOT NULL,
    "retry_jitter" DOUBLE PRECISION NOT NULL,
    "parallel" INTEGER NOT NULL,
    "server_anchors" TEXT[],

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" SERIAL NOT NULL,
    "party_id" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "der" BYTEA NOT NULL,
    "subject" TEXT,
    "status" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "rule_set" TEXT NOT NULL,
    "types" TEXT[],
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "notices" TEXT NOT NULL,
    "signing_window_s" DOUBLE PRECISION NOT NULL,
    "validity_s" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_revision" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "directory_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "agreement" TEXT NOT NULL,
    "participants" TEXT[],
    "state" TEXT NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "message_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "in_reply_to" UUID,
    "type" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "signer_sha256" TEXT,
    "media_type" TEXT,
    "digest" TEXT,
    "signature_digest" TEXT,
    "content_digest" TEXT NOT NULL,
    "receipt_id" UUID,
    "receipt_media_type" TEXT,
    "receipt_bytes" BYTEA,
    "receipt_signature" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("message_id","sender")
);

-- CreateTable
CREATE TABLE "message_body" (
    "message_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "original" BYTEA,
    "signature" TEXT,
    "content" BYTEA NOT NULL,

    CONSTRAINT "message_body_pkey" PRIMARY KEY ("message_id","sender")
);

-- CreateTable
CREATE TABLE "delivery" (
    "delivery_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "conversation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "waiting_since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_by" TEXT,
    "attempts" INTEGER NOT NULL,
    "code" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "encoded_media_type" TEXT,
    "encoded_bytes" BYTEA,
    "encoded_signature" TEXT,
    "digest" TEXT,
    "signature_digest" TEXT,
    "receipt_id" UUID,
    "receipt_media_type" TEXT,
    "receipt_bytes" BYTEA,
    "receipt_signature" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("delivery_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "state" TEXT NOT NULL,
    "code" TEXT,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "party" TEXT NOT NULL,
    "lane" INTEGER NOT NULL,
    "length" BIGINT NOT NULL,
    "head" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("party","lane")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "party" TEXT NOT NULL,
    "lane" INTEGER NOT NULL,
    "number" BIGINT NOT NULL,
    "head" BYTEA NOT NULL,
    "event" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" UUID,
    "delivery_id" UUID,
    "digest" TEXT,
    "code" TEXT,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("party","lane","number")
);

-- CreateIndex
CREATE INDEX "certificate_party_id_idx" ON "certificate"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_conversation_id_number_key" ON "message"("conversation_id", "number");

-- CreateIndex
CREATE INDEX "delivery_message_id_sender_idx" ON "delivery"("message_id", "sender");

-- CreateIndex
CREATE INDEX "delivery_due" ON "delivery"("party", "due_at") WHERE (state = ANY (ARRAY['pending'::text, 'sent'::text, 'retrying'::text, 'held'::text]));

-- CreateIndex
CREATE INDEX "delivery_open" ON "delivery"("expires_at") WHERE (state = ANY (ARRAY['pending'::text, 'sent'::text, 'retrying'::text, 'held'::text]));

-- CreateIndex
CREATE INDEX "delivery_holding" ON "delivery"("party", "conversation_id", "number") WHERE (state <> ALL (ARRAY['delivered'::text, 'cancelled'::text, 'expired'::text]));

-- CreateIndex
CREATE INDEX "attempt_delivery_id_idx" ON "attempt"("delivery_id");

-- CreateIndex
CREATE INDEX "audit_link_message_id_idx" ON "audit_link"("message_id");

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_body" ADD CONSTRAINT "message_body_message_id_sender_fkey" FOREIGN KEY ("message_id", "sender") REFERENCES "message"("message_id", "sender") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_message_id_sender_fkey" FOREIGN KEY ("message_id", "sender") REFERENCES "message"("message_id", "sender") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("delivery_id") ON DELETE RESTRICT ON UPDATE CASCADE;
