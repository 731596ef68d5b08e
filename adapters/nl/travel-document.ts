/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adres, afsluiting, autoriteit } from './blocks/authority.ts'
import { vernieuwingsgrond, weigeringsgrondReisdocument } from './blocks/codes/document.ts'
import { bijlage, document } from './blocks/document.ts'
import { betrokkene, foto } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    replyReference: 'kenmerkBesluit',
    applicants: list('aanvragers', {
      person: block('persoon', betrokkene),
      photo: block('foto', foto),
      documents: list('documenten', document),
    }),
    transferOn: 'overdrachtsdatum',
    deliverTo: block('bezorgadres', adres),
    attachments: list('bijlagen', bijlage),
    ...afsluiting,
  }),

  'travel-document-issued': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    documents: list('reisdocumenten', { holder: block('houder', betrokkene), ...document }),
    handover: 'overhandiging',
    attachments: list('bijlagen', bijlage),
    authority: block('autoriteit', autoriteit),
    ...afsluiting,
  }),

  'travel-document-refused': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    persons: list('personen', betrokkene),
    grounds: list('weigeringsgronden', { code: weigeringsgrondReisdocument('soort'), text: 'toelichting' }),
    authority: block('autoriteit', autoriteit),
    ...afsluiting,
  }),

  'travel-document-renewal': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    holder: block('houder', betrokkene),
    document: block('document', document),
    reason: vernieuwingsgrond('reden'),
    transferOn: 'overdrachtsdatum',
    ...afsluiting,
  }),
} satisfies Actions
