/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adres, organ, zakonczenie } from './blocks/authority.ts'
import { podstawaOdmowy, przyczynaOdnowienia } from './blocks/codes/document.ts'
import { dokument, zalacznik } from './blocks/document.ts'
import { fotografia, osobaKrotko } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('wniosekODokumentPodrozy', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    replyReference: 'sygnaturaOdpowiedzi',
    applicants: list('wnioskodawca', {
      person: block('osoba', osobaKrotko),
      photo: block('fotografia', fotografia),
      documents: list('dokument', dokument),
    }),
    transferOn: 'dataPrzekazania',
    deliverTo: block('adresDoreczenia', adres),
    attachments: list('zalacznik', zalacznik),
    ...zakonczenie,
  }),

  'travel-document-issued': block('wydanieDokumentuPodrozy', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    documents: list('dokumentPodrozy', { holder: block('posiadacz', osobaKrotko), ...dokument }),
    handover: 'sposobDoreczenia',
    attachments: list('zalacznik', zalacznik),
    authority: block('organ', organ),
    ...zakonczenie,
  }),

  'travel-document-refused': block('odmowaDokumentuPodrozy', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    persons: list('osoba', osobaKrotko),
    grounds: list('podstawaOdmowy', { code: podstawaOdmowy('rodzaj'), text: 'uzasadnienie' }),
    authority: block('organ', organ),
    ...zakonczenie,
  }),

  'travel-document-renewal': block('odnowienieDokumentuPodrozy', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    holder: block('posiadacz', osobaKrotko),
    document: block('dokument', dokument),
    reason: przyczynaOdnowienia('przyczyna'),
    transferOn: 'dataPrzekazania',
    ...zakonczenie,
  }),
} satisfies Actions
