/** The head of every message. A type is called as its body, so that neither can be changed alone. */
import { type Rows, values } from '#core/mapping/rows.ts'
import { type Actions, typeAsBody } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'
import { party } from './enterprise-number.ts'

export function headFor(actions: Actions): Rows<Header> {
  return {
    version: '@version',
    messageId: 'entete/identifiant',
    type: ['entete/type', typeAsBody('typeMessage', actions)],
    createdAt: 'entete/creeLe',
    expiresAt: 'entete/valableJusque',
    from: party('entete/expediteur'),
    to: party('entete/destinataire'),
    copyTo: values('entete/copie', party('.')),
    conversationId: 'entete/identifiantDossier',
    inReplyTo: 'entete/enReponseA',
    agreement: 'entete/accordApplicable',
    nonce: 'entete/alea',
    contentDigest: 'entete/empreinteContenu',
  }
}
