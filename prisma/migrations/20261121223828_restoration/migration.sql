-- CreateTable
CREATE TABLE "restoration" (
    "id" SERIAL NOT NULL,
    "backup_at" TIMESTAMPTZ(3) NOT NULL,
    "restored_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_at" TIMESTAMPTZ(3),
    "resumed_by" TEXT,

    CONSTRAINT "restoration_pkey" PRIMARY KEY ("id")
);
