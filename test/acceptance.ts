/** Invented messages, ready to be stored: their bytes mean nothing, their ids are fresh. */
import { hash, randomUUID } from 'node:crypto'
import type { StoredClock } from '#core/clocks/clock.ts'
import type { Flag, PartyId, SignedDocument } from '#core/message.ts'
import type { Acceptance, AuditEvent, HubMessage, NewDelivery } from '#core/ports.ts'
import type { Said } from '#core/statistics/recorded.ts'

export const NOW = new Date('2026-11-21T09:00:00.000Z')
export const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)

export function xmlDocument(text: string): SignedDocument {
  return { mediaType: 'application/xml', bytes: Buffer.from(text), signature: undefined }
}

export function auditEvent(event: string, party: PartyId, more: Partial<AuditEvent> = {}): AuditEvent {
  return { event, party, at: NOW, ...more }
}

export function deliveryTo(party: PartyId, more: Partial<NewDelivery> = {}): NewDelivery {
  return { deliveryId: randomUUID(), party, transport: 'push', dueAt: NOW, expiresAt: at(86_400), ...more }
}

export interface Wish {
  readonly from: PartyId
  readonly messageId?: string
  readonly conversationId?: string
  /** Messages already in the conversation. */
  readonly length?: number
  readonly participants?: readonly PartyId[]
  readonly clockRevision?: number
  readonly clocks?: readonly StoredClock[]
  readonly deliveries: readonly NewDelivery[]
  readonly attachments?: readonly string[]
  readonly erasures?: readonly string[]
  readonly references?: readonly string[]
  readonly receivedAt?: Date
  readonly flags?: readonly Flag[]
  readonly text?: string
  readonly facts?: Said
  readonly trace?: string
}

export function acceptance(wish: Wish): Acceptance {
  const messageId = wish.messageId ?? randomUUID()
  const conversationId = wish.conversationId ?? randomUUID()
  const to = wish.deliveries[0]?.party ?? 'az-sms'
  const original = Buffer.from(`<Message>${wish.text ?? 'Ələkbər Şıxəliyev, Ğ İ ı'} ${messageId}</Message>`)
  const content = Buffer.from(JSON.stringify({ messageId, text: wish.text ?? 'Ələkbər' }))
  return {
    message: {
      messageId,
      conversationId,
      inReplyTo: undefined,
      from: wish.from,
      to,
      type: 'readmission-application',
      version: '1.0',
      agreement: 'eu-az-2014',
      createdAt: NOW,
      expiresAt: undefined,
      receivedAt: wish.receivedAt ?? NOW,
      signedAt: NOW,
      signerSha256: hash('sha256', wish.from),
      mediaType: 'application/xml',
      digest: hash('sha256', original),
      signatureDigest: undefined,
      contentDigest: hash('sha256', content),
      original,
      signature: undefined,
      content,
      facts: wish.facts,
      flags: wish.flags ?? [],
      trace: wish.trace,
    },
    receipt: { receiptId: randomUUID(), ...xmlDocument(`<Receipt>${messageId}</Receipt>`) },
    deliveries: wish.deliveries,
    erasures: wish.erasures ?? [],
    references: wish.references ?? [],
    attachments: wish.attachments ?? [],
    conversation: {
      id: conversationId,
      agreement: 'eu-az-2014',
      participants: wish.participants ?? [to, wish.from],
      state: 'applied',
      length: wish.length ?? 0,
      ruleSetVersion: 1,
      category: 'OWN_NATIONAL',
      clockRevision: wish.clockRevision ?? 0,
    },
    clocks: wish.clocks ?? [],
    audit: auditEvent('SubmissionAcceptance', wish.from, { messageId, digest: hash('sha256', original) }),
  }
}

export function notice(conversationId: string, delivery: NewDelivery): HubMessage {
  const content = Buffer.from('{"event":"dead"}')
  return {
    message: {
      messageId: randomUUID(),
      conversationId,
      inReplyTo: undefined,
      from: 'hub',
      to: delivery.party,
      type: 'delivery-notice',
      version: '1.0',
      agreement: 'eu-az-2014',
      createdAt: at(1),
      expiresAt: undefined,
      contentDigest: hash('sha256', content),
      content,
      facts: undefined,
    },
    delivery,
  }
}
