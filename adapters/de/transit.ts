/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { bearbeitung, behoerde } from './blocks/authority.ts'
import { entscheidung } from './blocks/codes/procedure.ts'
import { staat } from './blocks/codes/staat.ts'
import { durchbefoerderungsgrund, verkehrsmittel } from './blocks/codes/transfer.ts'
import { dokument } from './blocks/document.ts'
import { begleitperson, grenzuebergang } from './blocks/journey.ts'
import { kurzperson, person } from './blocks/person.ts'

const grund: Rows<TransitGround> = { code: durchbefoerderungsgrund('art'), text: 'begruendung' }

export const transit = {
  'transit-application': block('durchbefoerderungsersuchen', {
    caseReference: 'aktenzeichen',
    date: 'datum',
    place: 'ort',
    requestingAuthority: block('ersuchendeBehoerde', behoerde),
    requestedAuthority: block('ersuchteBehoerde', behoerde),
    subject: block('person', person),
    document: block('reisedokument', dokument),
    mode: verkehrsmittel('befoerderung/verkehrsmittel'),
    flight: 'befoerderung/flugnummer',
    destination: staat('zielstaat'),
    transitStates: values('weitererDurchbefoerderungsstaat', staat('.')),
    arrivalAt: 'einreise/zeitpunkt',
    borderPoint: block('einreise/grenzuebergang', grenzuebergang),
    departureAt: 'ausreise/zeitpunkt',
    exitPoint: block('ausreise/grenzuebergang', grenzuebergang),
    escorts: list('begleitperson', begleitperson),
    admissionGuaranteed: 'uebernahmeGesichert',
    refusalGroundKnown: 'ablehnungsgrundBekannt',
    observations: 'bemerkungen',
    signatory: block('unterzeichner', bearbeitung),
  }),

  'transit-reply': block('durchbefoerderungsbescheid', {
    caseReference: 'aktenzeichen',
    applicationReference: 'aktenzeichenErsuchen',
    decision: entscheidung('entscheidung'),
    decidedOn: 'entscheidungsdatum',
    subject: block('person', kurzperson),
    grounds: list('ablehnungsgrund', grund),
    arrivalAt: 'einreise/zeitpunkt',
    borderPoint: block('einreise/grenzuebergang', grenzuebergang),
    support: 'unterstuetzung',
    validUntil: 'gueltigBis',
    observations: 'bemerkungen',
    authority: block('behoerde', behoerde),
    official: block('unterzeichner', bearbeitung),
  }),

  'transit-revocation': block('durchbefoerderungswiderruf', {
    caseReference: 'aktenzeichen',
    revokedOn: 'widerrufsdatum',
    subject: block('person', kurzperson),
    grounds: list('widerrufsgrund', grund),
    borderPoint: block('grenzuebergang', grenzuebergang),
    observations: 'bemerkungen',
    official: block('unterzeichner', bearbeitung),
  }),
} satisfies Actions
