-- AlterTable
ALTER TABLE "party" ADD COLUMN     "broker_user" TEXT;
