-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "copy" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "type" TEXT;

-- CreateTable
CREATE TABLE "traffic" (
    "step" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "accepted" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "traffic_pkey" PRIMARY KEY ("step","at","sender","party")
);

-- CreateTable
CREATE TABLE "traffic_latency" (
    "step" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "party" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "traffic_latency_pkey" PRIMARY KEY ("step","at","party","slot")
);

-- CreateTable
CREATE TABLE "traffic_mark" (
    "id" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "traffic_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_seen" (
    "party" TEXT NOT NULL,
    "last_in" TIMESTAMPTZ(3),
    "last_out" TIMESTAMPTZ(3),

    CONSTRAINT "party_seen_pkey" PRIMARY KEY ("party")
);
