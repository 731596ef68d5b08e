-- AlterTable
ALTER TABLE "message" ADD COLUMN     "flags" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "roles" TEXT[] DEFAULT ARRAY[]::TEXT[];
