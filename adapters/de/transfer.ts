/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { absagegrund, ankunftsergebnis, einwandgrund, ueberstellungsantwort } from './blocks/codes/transfer.ts'
import { anlage } from './blocks/document.ts'
import { grenzuebergang, reise } from './blocks/journey.ts'
import { kurzperson } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('ueberstellungsankuendigung', {
    caseReference: 'aktenzeichen',
    replyReference: 'aktenzeichenBescheid',
    ...reise,
    annexes: list('anlage', anlage),
    ...schluss,
  }),

  'transfer-notification-response': block('ueberstellungsantwort', {
    caseReference: 'aktenzeichen',
    answer: ueberstellungsantwort('antwort'),
    objection: block('einwand', {
      reason: einwandgrund('grund'),
      text: 'begruendung',
      alternativeAt: 'alternative/zeitpunkt',
      alternativePoint: block('alternative/grenzuebergang', grenzuebergang),
    }),
    ...schluss,
  }),

  'transfer-update': block('ueberstellungsaenderung', {
    caseReference: 'aktenzeichen',
    reason: 'grund',
    ...reise,
    annexes: list('anlage', anlage),
    ...schluss,
  }),

  'transfer-cancellation': block('ueberstellungsabsage', {
    caseReference: 'aktenzeichen',
    reason: absagegrund('grund'),
    text: 'begruendung',
    newTransferPlanned: 'neueUeberstellungGeplant',
    official: block('bearbeitung', bearbeitung),
  }),

  'direct-transfer-notice': block('ueberstellungOhneErsuchen', {
    caseReference: 'aktenzeichen',
    personCategory: personengruppe('personengruppe'),
    requestingAuthority: block('ersuchendeBehoerde', behoerde),
    ...reise,
    annexes: list('anlage', anlage),
    ...schluss,
  }),

  'arrival-confirmation': block('ankunftsbestaetigung', {
    caseReference: 'aktenzeichen',
    outcome: ankunftsergebnis('ergebnis'),
    reason: 'grund',
    at: 'zeitpunkt',
    borderPoint: block('grenzuebergang', grenzuebergang),
    persons: list('person', kurzperson),
    ...schluss,
  }),
} satisfies Actions
