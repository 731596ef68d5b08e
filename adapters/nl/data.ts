/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { behandelaar } from './blocks/authority.ts'
import { gegevensgrond, gegevensmaatregel } from './blocks/codes/cooperation.ts'
import { land } from './blocks/codes/land.ts'

export const data = {
  'data-correction-notice': block('data', {
    caseReference: 'zaakkenmerk',
    reason: gegevensgrond('reden'),
    text: 'toelichting',
    corrections: list('correcties', {
      messageId: 'berichtId',
      path: 'vindplaats',
      oldDigest: 'oudeWaarde/hash',
      correctedBy: 'nieuweWaarde/berichtId',
      newDigest: 'nieuweWaarde/hash',
    }),
    correctedOn: 'correctiedatum',
    official: block('behandelaar', behandelaar),
  }),

  'data-erasure-notice': block('data', {
    caseReference: 'zaakkenmerk',
    action: gegevensmaatregel('maatregel'),
    reason: gegevensgrond('reden'),
    text: 'toelichting',
    items: list('gegevens', { messageId: 'berichtId', path: 'vindplaats' }),
    on: 'verwijderdatum',
    official: block('behandelaar', behandelaar),
  }),

  'data-use-report': block('data', {
    caseReference: 'zaakkenmerk',
    messages: values('berichtIds', '.'),
    uses: list('gebruik', {
      purpose: 'doel',
      authority: 'naamAutoriteit',
      on: 'datum',
      result: 'resultaat',
      onward: block('doorgifte', { recipient: 'naamAutoriteit', country: land('land'), consent: 'instemming' }),
    }),
    official: block('behandelaar', behandelaar),
  }),
} satisfies Actions
