/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { anschrift, behoerde, schluss } from './blocks/authority.ts'
import { erneuerungsgrund, versagungsgrund } from './blocks/codes/document.ts'
import { anlage, dokument } from './blocks/document.ts'
import { kurzperson, lichtbild } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('Reisedokumentersuchen', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    replyReference: 'GeschaeftszahlBescheid',
    applicants: list('Antragsteller', {
      person: block('Person', kurzperson),
      photo: block('Lichtbild', lichtbild),
      documents: list('Dokument', dokument),
    }),
    transferOn: 'Ueberstellungsdatum',
    deliverTo: block('Zustellanschrift', anschrift),
    attachments: list('Anlage', anlage),
    ...schluss,
  }),

  'travel-document-issued': block('Reisedokumentausstellung', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    documents: list('Reisedokument', { holder: block('Inhaber', kurzperson), ...dokument }),
    handover: 'Uebergabe',
    attachments: list('Anlage', anlage),
    authority: block('Behoerde', behoerde),
    ...schluss,
  }),

  'travel-document-refused': block('Reisedokumentversagung', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    persons: list('Person', kurzperson),
    grounds: list('Versagungsgrund', { code: versagungsgrund('Art'), text: 'Begruendung' }),
    authority: block('Behoerde', behoerde),
    ...schluss,
  }),

  'travel-document-renewal': block('Reisedokumenterneuerung', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    holder: block('Inhaber', kurzperson),
    document: block('Dokument', dokument),
    reason: erneuerungsgrund('Grund'),
    transferOn: 'Ueberstellungsdatum',
    ...schluss,
  }),
} satisfies Actions
