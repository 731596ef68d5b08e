/** Test deliveries: the small sample of a type, about invented people, in a conversation that says that it is a test. */
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { Message, MessageType, SignedDocument } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { FIRST_VERSION } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import type { LabDelivery } from './desk.ts'
import { LAB_MARK, type Lab } from './lab.ts'

export interface LabDraft {
  readonly type?: MessageType
  readonly conversationId?: string
  readonly messageId?: string
  readonly deliveryId?: string
  readonly inReplyTo?: string
  /** Beside or in place of what the sample says. */
  readonly body?: object
  readonly attachment?: string
  /** The hub's when left out. */
  readonly key?: SigningKey
  /** How far the signature is off the present, in seconds. */
  readonly offS?: number
}

export const newConversation = ({ ids }: Lab): string => `${LAB_MARK}${ids.uuid().slice(19)}`

export async function letterFor(lab: Lab, draft: LabDraft = {}): Promise<LabDelivery> {
  const { dialect, party, ids } = lab
  const at = new Date(lab.hub.clock.now().getTime() + (draft.offS ?? 0) * 1000)
  const deliveryId = draft.deliveryId ?? ids.uuid()
  const message = messageFor(lab, draft, at)
  const { messageId, conversationId, from, type } = message.header
  const header = { ...message.header, contentDigest: contentDigestOf(message) }
  const bytes = dialect.bytesOf({ header, body: message.body })
  const address = { messageId: deliveryId, to: party.endpoint.url, token: dialect.token?.written }
  const document = await signDocument('Message', bytes, party.endpoint.signature, draft.key ?? lab.signing, at, address)
  return { deliveryId, messageId, conversationId, from, type, party: party.id, document, attachment: draft.attachment }
}

export function messageFor(lab: Lab, draft: LabDraft, at: Date): Message {
  const { type = lab.types[0] ?? 'acknowledgement', messageId = lab.ids.uuid(), conversationId = newConversation(lab) } = draft
  const { header, body } = sampleOf(type, 'small')
  const answers = header.inReplyTo === undefined ? {} : { inReplyTo: draft.inReplyTo ?? lab.ids.uuid() }
  return {
    header: {
      messageId,
      conversationId,
      ...answers,
      from: lab.from,
      to: lab.party.id,
      type,
      version: FIRST_VERSION,
      agreement: lab.ruleSet,
      createdAt: at.toISOString(),
      nonce: lab.ids.nonce(),
    },
    body: { ...body, ...draft.body },
  } as Message
}

/** The same with one character of the case's id changed after it was signed. */
export function tampered({ document, ...delivery }: LabDelivery): LabDelivery {
  return { ...delivery, document: { ...document, bytes: changed(document, delivery.conversationId) } }
}

function changed({ mediaType, bytes }: SignedDocument, conversationId: string): Uint8Array {
  const text = Buffer.from(bytes).toString()
  if (mediaType !== 'application/jose') return Buffer.from(text.replace(conversationId, other(conversationId)))
  const [header, payload = '', signature] = text.split('.')
  const said = Buffer.from(payload, 'base64url').toString()
  return Buffer.from([header, Buffer.from(said.replace(conversationId, other(conversationId))).toString('base64url'), signature].join('.'))
}

const other = (id: string): string => `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`
