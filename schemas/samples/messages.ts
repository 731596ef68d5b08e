/** A small message of every type, with nothing but what is required, and a full one with every field. Together they tell one invented case. */
import type { MessageOf, MessageType } from '#schemas/generated/types.ts'
import { acknowledgement } from './acknowledgement.ts'
import { arrivalConfirmation } from './arrival-confirmation.ts'
import { deliveryNotice } from './delivery-notice.ts'
import { informationRequest } from './information-request.ts'
import { informationResponse } from './information-response.ts'
import { readmissionApplication } from './readmission-application.ts'
import { readmissionReply } from './readmission-reply.ts'
import { transferNotification } from './transfer-notification.ts'

export type Size = 'small' | 'full'

type Samples = { readonly [T in MessageType]: { readonly [size in Size]: MessageOf<T>['body'] } }

const BODIES: Samples = {
  'readmission-application': readmissionApplication,
  acknowledgement,
  'information-request': informationRequest,
  'information-response': informationResponse,
  'readmission-reply': readmissionReply,
  'transfer-notification': transferNotification,
  'arrival-confirmation': arrivalConfirmation,
  'delivery-notice': deliveryNotice,
}

const CASE = '01a1f82f-1d00-7b1e-93aa-0c2d4f6a8b10'
const APPLICATION = '01a1f82f-1e80-7a8f-a560-e82076fc01fe'
const ACKNOWLEDGEMENT = '01a1f871-0980-7cf6-a94f-84bd893155d2'
const REQUEST = '01a2076b-4400-78d8-a0cd-66d3da21cac9'
const RESPONSE = '01a20cad-1740-70b6-aeab-32f3ac3c322c'
const REPLY = '01a21ce0-6e00-7791-abf2-1d9732573aad'
const TRANSFER = '01a23ac1-a920-70ce-ae3b-e5d755524cdc'
const ARRIVAL = '01a26065-9600-7073-ad41-a9f147540a7b'
const NOTICE = '01a1f82f-3208-7a88-a21c-9504c2f39d33'

type Head = readonly [
  messageId: string,
  answers: string | undefined,
  from: string,
  to: string,
  copyTo: string,
  createdAt: string,
  nonce: string,
]

const HEADS: { readonly [T in MessageType]: Head } = {
  'readmission-application': [APPLICATION, undefined, 'de', 'az-sms', 'az-mfa', '2026-11-20T09:00:00Z', '6CDmvAMNG-96TbeDQdrVPA'],
  acknowledgement: [ACKNOWLEDGEMENT, APPLICATION, 'az-sms', 'de', 'az-mfa', '2026-11-20T10:12:00Z', 'HPlO7fe1kuVAvTx8pEcWXQ'],
  'information-request': [REQUEST, APPLICATION, 'az-sms', 'de', 'az-mfa', '2026-11-23T08:00:00Z', 'rQPeV7ERXEalae8ac0vcJA'],
  'information-response': [RESPONSE, REQUEST, 'de', 'az-sms', 'az-mfa', '2026-11-24T08:30:00Z', 'ncNTpEQswlct7vrChNhP_Q'],
  'readmission-reply': [REPLY, APPLICATION, 'az-sms', 'de', 'az-mfa', '2026-11-27T12:00:00Z', 'ZNpZNUJM2J5_xwZD8Josig'],
  'transfer-notification': [TRANSFER, REPLY, 'de', 'az-sms', 'az-sbs', '2026-12-03T07:15:00Z', 'FHyfkG885dowt-jREEtQHA'],
  'arrival-confirmation': [ARRIVAL, TRANSFER, 'az-sbs', 'de', 'az-sms', '2026-12-10T14:40:00Z', 'v5x6Cz1jkAS30L1Wx3POeA'],
  'delivery-notice': [NOTICE, APPLICATION, 'hub', 'de', 'at', '2026-11-20T09:00:05Z', 'xpmh_Iz5Go7BpdIop4IzUw'],
}

/** Without `contentDigest`: that follows from the rest. What answers says so even in a small message. */
export function sampleOf<T extends MessageType>(type: T, size: Size): MessageOf<T> {
  const [messageId, answers, from, to, copyTo, createdAt, nonce] = HEADS[type]
  const header = {
    messageId,
    conversationId: CASE,
    ...(answers === undefined ? {} : { inReplyTo: answers }),
    from,
    to,
    ...(size === 'full' ? { copyTo: [copyTo] } : {}),
    type,
    version: '1.0',
    agreement: 'eu-az-2014',
    createdAt,
    ...(size === 'full' ? { expiresAt: '2027-11-20T09:00:00Z' } : {}),
    nonce,
  } as const
  return { header, body: BODIES[type][size] }
}
