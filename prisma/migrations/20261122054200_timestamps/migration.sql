-- AlterTable
ALTER TABLE "tree_head" ADD COLUMN     "timestamp" INTEGER;

-- CreateTable
CREATE TABLE "timestamp" (
    "number" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "list" BYTEA NOT NULL,
    "token" BYTEA NOT NULL,

    CONSTRAINT "timestamp_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "tree_head_owed" ON "tree_head"("number") WHERE (timestamp IS NULL);
