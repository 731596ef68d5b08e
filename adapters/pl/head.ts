/** The head of every message. A type is called as its body, so that neither can be changed alone. */
import { type Rows, values } from '#core/mapping/rows.ts'
import { type Actions, typeAsBody } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'

export function headFor(actions: Actions): Rows<Header> {
  return {
    version: '@wersja',
    messageId: 'naglowek/identyfikator',
    type: ['naglowek/rodzaj', typeAsBody('rodzajKomunikatu', actions)],
    createdAt: 'naglowek/czasUtworzenia',
    expiresAt: 'naglowek/waznyDo',
    from: 'naglowek/nadawca',
    to: 'naglowek/odbiorca',
    copyTo: values('naglowek/doWiadomosci', '.'),
    conversationId: 'naglowek/identyfikatorSprawy',
    inReplyTo: 'naglowek/wOdpowiedziNa',
    agreement: 'naglowek/umowa',
    nonce: 'naglowek/wartoscLosowa',
    contentDigest: 'naglowek/skrotTresci',
  }
}
