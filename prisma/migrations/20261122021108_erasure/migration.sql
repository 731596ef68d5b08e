-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "erasure_rule" TEXT;
