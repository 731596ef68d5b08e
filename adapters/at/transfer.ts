/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { absagegrund, ankunftsergebnis, einwandgrund, ueberstellungsantwort } from './blocks/codes/transfer.ts'
import { anlage } from './blocks/document.ts'
import { grenzuebergangsstelle, reise } from './blocks/journey.ts'
import { kurzperson } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('Ueberstellungsankuendigung', {
    caseReference: 'Geschaeftszahl',
    replyReference: 'GeschaeftszahlBescheid',
    ...reise,
    annexes: list('Anlage', anlage),
    ...schluss,
  }),

  'transfer-notification-response': block('Ueberstellungsantwort', {
    caseReference: 'Geschaeftszahl',
    answer: ueberstellungsantwort('Antwort'),
    objection: block('Einwand', {
      reason: einwandgrund('Grund'),
      text: 'Begruendung',
      alternativeAt: 'Alternative/Zeitpunkt',
      alternativePoint: block('Alternative/Grenzuebergangsstelle', grenzuebergangsstelle),
    }),
    ...schluss,
  }),

  'transfer-update': block('Ueberstellungsaenderung', {
    caseReference: 'Geschaeftszahl',
    reason: 'Grund',
    ...reise,
    annexes: list('Anlage', anlage),
    ...schluss,
  }),

  'transfer-cancellation': block('Ueberstellungsabsage', {
    caseReference: 'Geschaeftszahl',
    reason: absagegrund('Grund'),
    text: 'Begruendung',
    newTransferPlanned: 'NeueUeberstellungGeplant',
    official: block('Bearbeitung', bearbeitung),
  }),

  'direct-transfer-notice': block('UeberstellungOhneErsuchen', {
    caseReference: 'Geschaeftszahl',
    personCategory: personengruppe('Personengruppe'),
    requestingAuthority: block('ErsuchendeBehoerde', behoerde),
    ...reise,
    annexes: list('Anlage', anlage),
    ...schluss,
  }),

  'arrival-confirmation': block('Ankunftsbestaetigung', {
    caseReference: 'Geschaeftszahl',
    outcome: ankunftsergebnis('Ergebnis'),
    reason: 'Grund',
    at: 'Zeitpunkt',
    borderPoint: block('Grenzuebergangsstelle', grenzuebergangsstelle),
    persons: list('Person', kurzperson),
    ...schluss,
  }),
} satisfies Actions
