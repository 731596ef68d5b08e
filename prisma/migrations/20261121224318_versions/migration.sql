-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "content_digest" TEXT;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "version" TEXT NOT NULL DEFAULT '1.0';
