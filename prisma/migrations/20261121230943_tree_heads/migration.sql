-- CreateTable
CREATE TABLE "tree_head" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "tree_head_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "tree_head_span" (
    "party" TEXT NOT NULL,
    "lane" INTEGER NOT NULL,
    "last" BIGINT NOT NULL,
    "first" BIGINT NOT NULL,
    "start" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "tree_head_span_pkey" PRIMARY KEY ("party","lane","last")
);

-- CreateIndex
CREATE INDEX "tree_head_span_number_idx" ON "tree_head_span"("number");
