/** The head of every message. A type is called as its body, so that neither can be changed alone. */
import { type Rows, values } from '#core/mapping/rows.ts'
import { type Actions, typeAsBody } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'

export function headFor(actions: Actions): Rows<Header> {
  return {
    version: '@Version',
    messageId: 'Kopf/Nachrichtenkennung',
    type: ['Kopf/Art', typeAsBody('Nachrichtenart', actions)],
    createdAt: 'Kopf/Erstellt',
    expiresAt: 'Kopf/GueltigBis',
    from: 'Kopf/Absender',
    to: 'Kopf/Empfaenger',
    copyTo: values('Kopf/InKopie', '.'),
    conversationId: 'Kopf/Verfahrenskennung',
    inReplyTo: 'Kopf/AntwortAuf',
    agreement: 'Kopf/Abkommen',
    nonce: 'Kopf/Zufallswert',
    contentDigest: 'Kopf/Pruefsumme',
  }
}
