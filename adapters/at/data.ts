/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung } from './blocks/authority.ts'
import { datengrund, datenmassnahme } from './blocks/codes/cooperation.ts'

export const data = {
  'data-correction-notice': block('Datenberichtigung', {
    caseReference: 'Geschaeftszahl',
    reason: datengrund('Grund'),
    text: 'Begruendung',
    corrections: list('Berichtigung', {
      messageId: 'NachrichtenUUID',
      path: 'Fundstelle',
      oldDigest: 'AlterWert/Pruefsumme',
      correctedBy: 'NeuerWert/NachrichtenUUID',
      newDigest: 'NeuerWert/Pruefsumme',
    }),
    correctedOn: 'Berichtigungsdatum',
    official: block('Bearbeitung', bearbeitung),
  }),

  'data-erasure-notice': block('Datenloeschung', {
    caseReference: 'Geschaeftszahl',
    action: datenmassnahme('Massnahme'),
    reason: datengrund('Grund'),
    text: 'Begruendung',
    items: list('Datum', { messageId: 'NachrichtenUUID', path: 'Fundstelle' }),
    on: 'Loeschdatum',
    official: block('Bearbeitung', bearbeitung),
  }),

  'data-use-report': block('Datenverwendung', {
    caseReference: 'Geschaeftszahl',
    messages: values('NachrichtenUUID', '.'),
    uses: list('Verwendung', {
      purpose: 'Zweck',
      authority: 'Behoerdenname',
      on: 'Datum',
      result: 'Ergebnis',
      onward: block('Weitergabe', { recipient: 'Behoerdenname', country: 'Staat', consent: 'Zustimmung' }),
    }),
    official: block('Bearbeitung', bearbeitung),
  }),
} satisfies Actions
