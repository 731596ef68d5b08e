/** The normal case as a table: what each system sends, one after the other, when a message reaches it. No system remembers anything: the message says enough. */
import type { MessageType, PartyId } from '#core/message.ts'
import type { WRITE } from './bodies.ts'

export interface Move {
  readonly on: MessageType | 'start'
  readonly by: PartyId
  readonly send: keyof typeof WRITE
  readonly to: PartyId
  readonly copyTo?: readonly PartyId[]
}

export const NORMAL_CASE: readonly Move[] = [
  { on: 'start', by: 'de', send: 'readmission-application', to: 'az-sms' },
  { on: 'readmission-application', by: 'az-sms', send: 'acknowledgement', to: 'de' },
  { on: 'readmission-application', by: 'az-sms', send: 'information-request', to: 'de' },
  { on: 'information-request', by: 'de', send: 'information-response', to: 'az-sms' },
  { on: 'information-response', by: 'az-sms', send: 'readmission-reply', to: 'de', copyTo: ['az-mfa'] },
  { on: 'readmission-reply', by: 'de', send: 'transfer-notification', to: 'az-sms', copyTo: ['az-mfa'] },
  { on: 'transfer-notification', by: 'az-sms', send: 'arrival-confirmation', to: 'de' },
]
