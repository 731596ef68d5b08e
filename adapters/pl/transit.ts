/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { funkcjonariusz, organ } from './blocks/authority.ts'
import { decyzja } from './blocks/codes/procedure.ts'
import { podstawaTranzytu, srodekTransportu } from './blocks/codes/transfer.ts'
import { dokument } from './blocks/document.ts'
import { osobaEskortujaca, przejscieGraniczne } from './blocks/journey.ts'
import { osoba, osobaKrotko } from './blocks/person.ts'

const przyczyna: Rows<TransitGround> = { code: podstawaTranzytu('rodzaj'), text: 'uzasadnienie' }

export const transit = {
  'transit-application': block('wniosekTranzytowy', {
    caseReference: 'sygnatura',
    date: 'data',
    place: 'miejsce',
    requestingAuthority: block('organWzywajacy', organ),
    requestedAuthority: block('organWezwany', organ),
    subject: block('osoba', osoba),
    document: block('dokumentPodrozy', dokument),
    mode: srodekTransportu('transport/srodek'),
    flight: 'transport/numerLotu',
    destination: 'panstwoDocelowe',
    transitStates: values('panstwoTranzytu', '.'),
    arrivalAt: 'wjazd/czas',
    borderPoint: block('wjazd/przejscieGraniczne', przejscieGraniczne),
    departureAt: 'wyjazd/czas',
    exitPoint: block('wyjazd/przejscieGraniczne', przejscieGraniczne),
    escorts: list('osobaEskortujaca', osobaEskortujaca),
    admissionGuaranteed: 'przyjecieZapewnione',
    refusalGroundKnown: 'znanaPodstawaOdmowy',
    observations: 'uwagi',
    signatory: block('podpisujacy', funkcjonariusz),
  }),

  'transit-reply': block('odpowiedzTranzytowa', {
    caseReference: 'sygnatura',
    applicationReference: 'sygnaturaWniosku',
    decision: decyzja('decyzja'),
    decidedOn: 'dataDecyzji',
    subject: block('osoba', osobaKrotko),
    grounds: list('podstawaOdmowy', przyczyna),
    arrivalAt: 'wjazd/czas',
    borderPoint: block('wjazd/przejscieGraniczne', przejscieGraniczne),
    support: 'wsparcie',
    validUntil: 'waznyDo',
    observations: 'uwagi',
    authority: block('organ', organ),
    official: block('podpisujacy', funkcjonariusz),
  }),

  'transit-revocation': block('cofniecieZgodyNaTranzyt', {
    caseReference: 'sygnatura',
    revokedOn: 'dataCofniecia',
    subject: block('osoba', osobaKrotko),
    grounds: list('podstawaCofniecia', przyczyna),
    borderPoint: block('przejscieGraniczne', przejscieGraniczne),
    observations: 'uwagi',
    official: block('podpisujacy', funkcjonariusz),
  }),
} satisfies Actions
