/** The head of every message between the agencies and the hub. A type is called as its body, so that neither can be changed alone. */
import { type Rows, values } from '#core/mapping/rows.ts'
import { type Actions, typeAsBody } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'

export function headFor(actions: Actions): Rows<Header> {
  return {
    version: 'basliq/versiya',
    messageId: 'basliq/identifikator',
    type: ['basliq/nov', typeAsBody('mesajinNovu', actions)],
    createdAt: 'basliq/tertibVaxti',
    expiresAt: 'basliq/bitmeVaxti',
    from: 'basliq/gonderen',
    to: 'basliq/alan',
    copyTo: values('basliq/suretAlan', '.'),
    conversationId: 'basliq/isinIdentifikatoru',
    inReplyTo: 'basliq/cavablandirilanMesaj',
    agreement: 'basliq/sazis',
    nonce: 'basliq/tesadufiDeyer',
    contentDigest: 'basliq/mezmununHesi',
  }
}
