/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung } from './blocks/authority.ts'
import { datengrund, datenmassnahme } from './blocks/codes/cooperation.ts'
import { staat } from './blocks/codes/staat.ts'

export const data = {
  'data-correction-notice': block('datenberichtigung', {
    caseReference: 'aktenzeichen',
    reason: datengrund('grund'),
    text: 'begruendung',
    corrections: list('berichtigung', {
      messageId: 'nachrichtenUUID',
      path: 'fundstelle',
      oldDigest: 'alterWert/pruefsumme',
      correctedBy: 'neuerWert/nachrichtenUUID',
      newDigest: 'neuerWert/pruefsumme',
    }),
    correctedOn: 'berichtigungsdatum',
    official: block('bearbeitung', bearbeitung),
  }),

  'data-erasure-notice': block('datenloeschung', {
    caseReference: 'aktenzeichen',
    action: datenmassnahme('massnahme'),
    reason: datengrund('grund'),
    text: 'begruendung',
    items: list('datum', { messageId: 'nachrichtenUUID', path: 'fundstelle' }),
    on: 'loeschdatum',
    official: block('bearbeitung', bearbeitung),
  }),

  'data-use-report': block('datenverwendung', {
    caseReference: 'aktenzeichen',
    messages: values('nachrichtenUUID', '.'),
    uses: list('verwendung', {
      purpose: 'zweck',
      authority: 'behoerdenname',
      on: 'datum',
      result: 'ergebnis',
      onward: block('weitergabe', { recipient: 'behoerdenname', country: staat('staat'), consent: 'zustimmung' }),
    }),
    official: block('bearbeitung', bearbeitung),
  }),
} satisfies Actions
