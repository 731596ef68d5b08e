/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { orqan, vezifeliSexs } from './blocks/authority.ts'
import { qerar } from './blocks/codes/procedure.ts'
import { neqliyyatNovu, tranzitEsasi } from './blocks/codes/transfer.ts'
import { sened } from './blocks/document.ts'
import { kecidMenteqesi, musayietci } from './blocks/journey.ts'
import { qisaSexs, sexs } from './blocks/person.ts'

const sebeb: Rows<TransitGround> = { code: tranzitEsasi('nov'), text: 'esaslandirma' }

export const transit = {
  'transit-application': block('tranzitMuracieti', {
    caseReference: 'isNomresi',
    date: 'tarix',
    place: 'yer',
    requestingAuthority: block('telebEdenOrqan', orqan),
    requestedAuthority: block('telebOlunanOrqan', orqan),
    subject: block('sexs', sexs),
    document: block('seyahetSenedi', sened),
    mode: neqliyyatNovu('dasinma/neqliyyatNovu'),
    flight: 'dasinma/reys',
    destination: 'teyinatDovleti',
    transitStates: values('tranzitDovleti', '.'),
    arrivalAt: 'giris/vaxt',
    borderPoint: block('giris/kecidMenteqesi', kecidMenteqesi),
    departureAt: 'cixis/vaxt',
    exitPoint: block('cixis/kecidMenteqesi', kecidMenteqesi),
    escorts: list('musayietci', musayietci),
    admissionGuaranteed: 'qebulTeminEdilib',
    refusalGroundKnown: 'imtinaEsasiMelumdur',
    observations: 'qeydler',
    signatory: block('imzalayan', vezifeliSexs),
  }),

  'transit-reply': block('tranzitCavabi', {
    caseReference: 'isNomresi',
    applicationReference: 'muracietinNomresi',
    decision: qerar('qerar'),
    decidedOn: 'qerarTarixi',
    subject: block('sexs', qisaSexs),
    grounds: list('imtinaEsasi', sebeb),
    arrivalAt: 'giris/vaxt',
    borderPoint: block('giris/kecidMenteqesi', kecidMenteqesi),
    support: 'destek',
    validUntil: 'bitmeTarixi',
    observations: 'qeydler',
    authority: block('orqan', orqan),
    official: block('imzalayan', vezifeliSexs),
  }),

  'transit-revocation': block('tranzitRaziliginLegvi', {
    caseReference: 'isNomresi',
    revokedOn: 'legvTarixi',
    subject: block('sexs', qisaSexs),
    grounds: list('legvinEsasi', sebeb),
    borderPoint: block('kecidMenteqesi', kecidMenteqesi),
    observations: 'qeydler',
    official: block('imzalayan', vezifeliSexs),
  }),
} satisfies Actions
