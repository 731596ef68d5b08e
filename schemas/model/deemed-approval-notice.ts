/** Deemed-approval notice: the reply limit ran out in silence, and the hub proves it (agreement, article 11). Sent once, to both sides. */
import { dateTime, list, optional, party, record, required, text, uuid } from '#schemas/vocabulary.ts'
import { noticeReceipt } from './delivery-notice.ts'

export const deemedApprovalNotice = record(
  'DeemedApprovalNotice',
  'States that no reply was accepted within the limit, so that the readmission is deemed approved.',
  {
    limit: required(text(16), 'Limit that ran out, as the rule set calls it, e.g. T5'),
    article: optional(text(40), 'Article of the agreement'),
    startedAt: required(dateTime, 'When it began to run'),
    dueAt: required(dateTime, 'When it ran out'),
    silentAt: required(dateTime, 'When the hub found that nothing had come'),
    requestedParty: required(party, 'Party that owed the reply'),
    receipt: required(noticeReceipt, 'Proof that the application reached it'),
    extensions: optional(list('MessageId', uuid, { max: 20 }), 'Time-limit extensions that were counted'),
  },
)
