/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { bearbeitung, behoerde } from './blocks/authority.ts'
import { entscheidung } from './blocks/codes/procedure.ts'
import { durchbefoerderungsgrund, verkehrsmittel } from './blocks/codes/transfer.ts'
import { dokument } from './blocks/document.ts'
import { begleitperson, grenzuebergangsstelle } from './blocks/journey.ts'
import { kurzperson, person } from './blocks/person.ts'

const grund: Rows<TransitGround> = { code: durchbefoerderungsgrund('Art'), text: 'Begruendung' }

export const transit = {
  'transit-application': block('Durchbefoerderungsersuchen', {
    caseReference: 'Geschaeftszahl',
    date: 'Datum',
    place: 'Ort',
    requestingAuthority: block('ErsuchendeBehoerde', behoerde),
    requestedAuthority: block('ErsuchteBehoerde', behoerde),
    subject: block('Person', person),
    document: block('Reisedokument', dokument),
    mode: verkehrsmittel('Befoerderung/Verkehrsmittel'),
    flight: 'Befoerderung/Flugnummer',
    destination: 'Zielstaat',
    transitStates: values('WeitererDurchbefoerderungsstaat', '.'),
    arrivalAt: 'Einreise/Zeitpunkt',
    borderPoint: block('Einreise/Grenzuebergangsstelle', grenzuebergangsstelle),
    departureAt: 'Ausreise/Zeitpunkt',
    exitPoint: block('Ausreise/Grenzuebergangsstelle', grenzuebergangsstelle),
    escorts: list('Begleitperson', begleitperson),
    admissionGuaranteed: 'UebernahmeGesichert',
    refusalGroundKnown: 'AblehnungsgrundBekannt',
    observations: 'Bemerkungen',
    signatory: block('Unterzeichner', bearbeitung),
  }),

  'transit-reply': block('Durchbefoerderungsbescheid', {
    caseReference: 'Geschaeftszahl',
    applicationReference: 'GeschaeftszahlErsuchen',
    decision: entscheidung('Entscheidung'),
    decidedOn: 'Entscheidungsdatum',
    subject: block('Person', kurzperson),
    grounds: list('Ablehnungsgrund', grund),
    arrivalAt: 'Einreise/Zeitpunkt',
    borderPoint: block('Einreise/Grenzuebergangsstelle', grenzuebergangsstelle),
    support: 'Unterstuetzung',
    validUntil: 'GueltigBis',
    observations: 'Bemerkungen',
    authority: block('Behoerde', behoerde),
    official: block('Unterzeichner', bearbeitung),
  }),

  'transit-revocation': block('Durchbefoerderungswiderruf', {
    caseReference: 'Geschaeftszahl',
    revokedOn: 'Widerrufsdatum',
    subject: block('Person', kurzperson),
    grounds: list('Widerrufsgrund', grund),
    borderPoint: block('Grenzuebergangsstelle', grenzuebergangsstelle),
    observations: 'Bemerkungen',
    official: block('Unterzeichner', bearbeitung),
  }),
} satisfies Actions
