/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { autoriteit, behandelaar } from './blocks/authority.ts'
import { land } from './blocks/codes/land.ts'
import { besluit } from './blocks/codes/procedure.ts'
import { doorreisgrond, vervoermiddel } from './blocks/codes/transfer.ts'
import { document } from './blocks/document.ts'
import { begeleider, grensdoorlaatpost } from './blocks/journey.ts'
import { betrokkene, persoon } from './blocks/person.ts'

const reden: Rows<TransitGround> = { code: doorreisgrond('soort'), text: 'toelichting' }

export const transit = {
  'transit-application': block('data', {
    caseReference: 'zaakkenmerk',
    date: 'datum',
    place: 'plaats',
    requestingAuthority: block('verzoekendeAutoriteit', autoriteit),
    requestedAuthority: block('aangezochteAutoriteit', autoriteit),
    subject: block('persoon', persoon),
    document: block('reisdocument', document),
    mode: vervoermiddel('vervoer/vervoermiddel'),
    flight: 'vervoer/vluchtnummer',
    destination: land('bestemming'),
    transitStates: values('doorreislanden', land('.')),
    arrivalAt: 'inreis/tijdstip',
    borderPoint: block('inreis/grensdoorlaatpost', grensdoorlaatpost),
    departureAt: 'uitreis/tijdstip',
    exitPoint: block('uitreis/grensdoorlaatpost', grensdoorlaatpost),
    escorts: list('begeleiders', begeleider),
    admissionGuaranteed: 'toelatingGegarandeerd',
    refusalGroundKnown: 'weigeringsgrondBekend',
    observations: 'opmerkingen',
    signatory: block('ondertekenaar', behandelaar),
  }),

  'transit-reply': block('data', {
    caseReference: 'zaakkenmerk',
    applicationReference: 'kenmerkVerzoek',
    decision: besluit('besluit'),
    decidedOn: 'besluitdatum',
    subject: block('persoon', betrokkene),
    grounds: list('weigeringsgronden', reden),
    arrivalAt: 'inreis/tijdstip',
    borderPoint: block('inreis/grensdoorlaatpost', grensdoorlaatpost),
    support: 'ondersteuning',
    validUntil: 'geldigTot',
    observations: 'opmerkingen',
    authority: block('autoriteit', autoriteit),
    official: block('ondertekenaar', behandelaar),
  }),

  'transit-revocation': block('data', {
    caseReference: 'zaakkenmerk',
    revokedOn: 'intrekkingsdatum',
    subject: block('persoon', betrokkene),
    grounds: list('intrekkingsgronden', reden),
    borderPoint: block('grensdoorlaatpost', grensdoorlaatpost),
    observations: 'opmerkingen',
    official: block('ondertekenaar', behandelaar),
  }),
} satisfies Actions
