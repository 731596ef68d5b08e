-- AlterTable
ALTER TABLE "clock" ADD COLUMN     "lapse" TEXT,
ADD COLUMN     "lapsed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "limit_withdrawal" (
    "scope" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_withdrawal_pkey" PRIMARY KEY ("scope","item","withdrawn_at")
);

-- CreateTable
CREATE TABLE "message_facts" (
    "message_id" UUID NOT NULL,
    "sender" TEXT NOT NULL,
    "category" TEXT,
    "code" TEXT,
    "grounds" TEXT[],
    "count" INTEGER NOT NULL,

    CONSTRAINT "message_facts_pkey" PRIMARY KEY ("message_id","sender")
);

-- AddForeignKey
ALTER TABLE "message_facts" ADD CONSTRAINT "message_facts_message_id_sender_fkey" FOREIGN KEY ("message_id", "sender") REFERENCES "message"("message_id", "sender") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Facts of what was accepted before, as far as its body is still there
INSERT INTO message_facts (message_id, sender, category, code, grounds, count)
SELECT m.message_id, m.sender, s."personCategory", coalesce(s.decision, s.outcome),
  coalesce((SELECT array_agg(ground ->> 'code' ORDER BY ordinality) FROM json_array_elements(s.grounds) WITH ORDINALITY AS g (ground)), '{}'),
  coalesce(json_array_length(coalesce(s.persons, s.travellers, s.documents)), 0)
FROM message AS m
JOIN message_body AS b ON b.message_id = m.message_id AND b.sender = m.sender AND length(b.content) > 0
CROSS JOIN LATERAL json_to_record(convert_from(b.content, 'UTF8')::json -> 'body')
  AS s ("personCategory" text, decision text, outcome text, grounds json, persons json, travellers json, documents json)
WHERE m.type IN ('readmission-application', 'direct-transfer-notice', 'transit-application', 'readmission-application-update', 'readmission-reply',
  'deemed-approval-notice', 'case-withdrawal', 'travel-document-issued', 'transfer-notification', 'arrival-confirmation', 'readmission-in-error-claim',
  'readmission-in-error-reply', 'transit-reply');
