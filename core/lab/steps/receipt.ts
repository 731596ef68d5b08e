/** What stands in the receipt for the first message, point by point. */
import { HubError } from '#core/errors.ts'
import type { LabDelivery } from '#core/lab/desk.ts'
import { type Finding, failed, passed, type Session, type Step, skipped } from '#core/lab/lab.ts'
import { believed } from '#core/lab/said.ts'
import type { Receipt } from '#core/message.ts'
import { digestsOf } from '#core/signature/digest.ts'
import type { Words } from '#schemas/words.ts'

const SIGNER_CODES: readonly string[] = [
  'CERTIFICATE_UNTRUSTED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NOT_YET_VALID',
  'SIGNING_TIME',
]
/** How far the clocks of two that keep theirs may be apart. */
const APART_S = 60

const HOLDS: Words = ['It is as it should be.', 'Hər şey qaydasındadır.']
const NONE: Words = ['There is no receipt to look at.', 'Baxılası qəbz yoxdur.']
const UNPROVEN: Words = [
  'The receipt is not proven, so what it says counts for nothing.',
  'Qəbz sübut olunmayıb, ona görə dediyinin mənası yoxdur.',
]

const signature: Step = {
  id: 'receipt-signature',
  title: ['Receipt: form and signature', 'Qəbz: forma və imza'],
  expected: [
    'a receipt of the published form, in your syntax and signature profile, signed as a receipt',
    'sizin sintaksis və imza profilinizdə, qəbz kimi imzalanmış, dərc olunmuş formada qəbz',
  ],
  run: (session) =>
    judged(session, (fault) =>
      SIGNER_CODES.includes(fault.code)
        ? skipped(...UNPROVEN)
        : failed(`The hub would not take it: ${fault.code}.`, `Qovşaq onu qəbul etməzdi: ${fault.code}.`),
    ),
}

const signer: Step = {
  id: 'receipt-signer',
  title: ['Receipt: signer', 'Qəbz: imzalayan'],
  expected: [
    'signed with a signing certificate that is registered for you and valid now, and `by` is you',
    'adınıza qeydiyyatda olan və hazırda etibarlı imza sertifikatı ilə imzalanıb, `by` sizsiniz',
  ],
  run: (session) =>
    judged(
      session,
      (fault) =>
        SIGNER_CODES.includes(fault.code)
          ? failed(`The hub would not take it: ${fault.code}.`, `Qovşaq onu qəbul etməzdi: ${fault.code}.`)
          : skipped(...UNPROVEN),
      ({ by }) => by === session.lab.party.id || ['`by` names somebody else.', '`by` başqasının adını göstərir.'],
    ),
}

interface Point {
  readonly id: string
  readonly title: Words
  readonly expected: Words
  /** `true`, or what is wrong. */
  holds(receipt: Receipt, delivery: LabDelivery, session: Session): true | Words
}

const POINTS: readonly Point[] = [
  {
    id: 'receipt-event',
    title: ['Receipt: kind', 'Qəbz: növ'],
    expected: ['`event` is ContentHandover', '`event` ContentHandover-dir'],
    holds: ({ event }) => event === 'ContentHandover' || [`It says ${event}.`, `${event} deyir.`],
  },
  {
    id: 'receipt-delivery',
    title: ['Receipt: delivery', 'Qəbz: çatdırılma'],
    expected: [
      '`deliveryId`, `messageId` and `conversationId` are those of the delivery',
      '`deliveryId`, `messageId` və `conversationId` çatdırılmanınkıdır',
    ],
    holds: (receipt, delivery) => {
      const wrong = (['deliveryId', 'messageId', 'conversationId'] as const).filter((name) => receipt[name] !== delivery[name])
      return wrong.length === 0 || [`Missing or different: ${wrong.join(', ')}.`, `Yoxdur və ya fərqlidir: ${wrong.join(', ')}.`]
    },
  },
  {
    id: 'receipt-digest',
    title: ['Receipt: digest', 'Qəbz: xülasə'],
    expected: ['`digest` is the SHA-256 of exactly the bytes that were sent', '`digest` məhz göndərilən baytların SHA-256 xülasəsidir'],
    holds: ({ digest }, { document }) =>
      digest === digestsOf(document).digest || ['It is the digest of other bytes.', 'Başqa baytların xülasəsidir.'],
  },
  {
    id: 'receipt-signature-digest',
    title: ['Receipt: digest of the signature', 'Qəbz: imzanın xülasəsi'],
    expected: [
      '`signatureDigest` is the SHA-256 of the signature beside the message; absent where there is none beside it',
      '`signatureDigest` mesajın yanındakı imzanın SHA-256 xülasəsidir; yanında imza yoxdursa, olmur',
    ],
    holds: ({ signatureDigest }, { document }) =>
      signatureDigest === digestsOf(document).signatureDigest || [
        'It is missing, or of another signature.',
        'Yoxdur və ya başqa imzanındır.',
      ],
  },
  {
    id: 'receipt-time',
    title: ['Receipt: time', 'Qəbz: vaxt'],
    expected: [
      `\`at\` is the present, in UTC, by a clock that is not more than ${APART_S} s off`,
      `\`at\` indiki vaxtdır (UTC), saat ${APART_S} s-dən çox fərqlənmir`,
    ],
    holds: ({ at }, _, session) => {
      const offS = Math.round((Date.parse(at) - (session.first?.at ?? session.lab.hub.clock.now()).getTime()) / 1000)
      return Math.abs(offS) <= APART_S || [`It is off by ${offS} s.`, `Fərq ${offS} s-dir.`]
    },
  },
]

const pointStep = ({ holds, ...point }: Point): Step => ({
  ...point,
  run: (session) =>
    judged(
      session,
      () => skipped(...UNPROVEN),
      (receipt, delivery) => holds(receipt, delivery, session),
    ),
})

async function judged(
  { lab, first }: Session,
  unproven: (fault: HubError) => Finding,
  holds: (receipt: Receipt, delivery: LabDelivery) => true | Words = () => true,
): Promise<Finding> {
  if (!first) return skipped(...NONE)
  const read = await believed(lab, first.statement)
  if (read instanceof HubError) return unproven(read)
  const verdict = holds(read.receipt, first.delivery)
  return verdict === true ? passed(...HOLDS) : failed(...verdict)
}

export const RECEIPT: readonly Step[] = [signature, signer, ...POINTS.map(pointStep)]
