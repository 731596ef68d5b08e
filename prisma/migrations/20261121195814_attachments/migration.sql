-- CreateTable
CREATE TABLE "attachment" (
    "attachment_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateTable
CREATE TABLE "attachment_chunk" (
    "attachment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id","number")
);

-- CreateTable
CREATE TABLE "message_attachment" (
    "message_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "attachment_id" UUID NOT NULL,

    CONSTRAINT "message_attachment_pkey" PRIMARY KEY ("message_id","sender","attachment_id")
);

-- CreateIndex
CREATE INDEX "attachment_digest_idx" ON "attachment"("digest");

-- CreateIndex
CREATE INDEX "attachment_unnamed" ON "attachment"("party") WHERE (expires_at IS NOT NULL);

-- CreateIndex
CREATE INDEX "message_attachment_attachment_id_idx" ON "message_attachment"("attachment_id");

-- AddForeignKey
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("attachment_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attachment" ADD CONSTRAINT "message_attachment_message_id_sender_fkey" FOREIGN KEY ("message_id", "sender") REFERENCES "message"("message_id", "sender") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attachment" ADD CONSTRAINT "message_attachment_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("attachment_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What travels as an attachment is compressed already: trying it again costs time and saves nothing.
ALTER TABLE "attachment_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
