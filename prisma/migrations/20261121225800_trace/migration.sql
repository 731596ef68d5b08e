-- AlterTable
ALTER TABLE "message" ADD COLUMN     "trace" TEXT;
