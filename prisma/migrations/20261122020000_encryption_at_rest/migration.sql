-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "wrapped_key" BYTEA;

-- AlterTable
ALTER TABLE "message_body" ADD COLUMN     "key_id" TEXT,
ADD COLUMN     "wrapped_key" BYTEA;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "size" INTEGER;

-- CreateTable
CREATE TABLE "store_key" (
    "id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_key_pkey" PRIMARY KEY ("id")
);

-- What is encrypted cannot be compressed: trying it costs time and saves nothing.
ALTER TABLE "message_body" ALTER COLUMN "original" SET STORAGE EXTERNAL, ALTER COLUMN "content" SET STORAGE EXTERNAL;
ALTER TABLE "delivery" ALTER COLUMN "encoded_bytes" SET STORAGE EXTERNAL;
