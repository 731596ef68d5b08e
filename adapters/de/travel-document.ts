/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { anschrift, behoerde, schluss } from './blocks/authority.ts'
import { erneuerungsgrund, versagungsgrund } from './blocks/codes/document.ts'
import { anlage, dokument } from './blocks/document.ts'
import { kurzperson, lichtbild } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('reisedokumentersuchen', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    replyReference: 'aktenzeichenBescheid',
    applicants: list('antragsteller', {
      person: block('person', kurzperson),
      photo: block('lichtbild', lichtbild),
      documents: list('dokument', dokument),
    }),
    transferOn: 'ueberstellungsdatum',
    deliverTo: block('zustellanschrift', anschrift),
    attachments: list('anlage', anlage),
    ...schluss,
  }),

  'travel-document-issued': block('reisedokumentausstellung', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    documents: list('reisedokument', { holder: block('inhaber', kurzperson), ...dokument }),
    handover: 'uebergabe',
    attachments: list('anlage', anlage),
    authority: block('behoerde', behoerde),
    ...schluss,
  }),

  'travel-document-refused': block('reisedokumentversagung', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    persons: list('person', kurzperson),
    grounds: list('versagungsgrund', { code: versagungsgrund('art'), text: 'begruendung' }),
    authority: block('behoerde', behoerde),
    ...schluss,
  }),

  'travel-document-renewal': block('reisedokumenterneuerung', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    holder: block('inhaber', kurzperson),
    document: block('dokument', dokument),
    reason: erneuerungsgrund('grund'),
    transferOn: 'ueberstellungsdatum',
    ...schluss,
  }),
} satisfies Actions
