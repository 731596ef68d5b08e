/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { autorite, fonctionnaire } from './blocks/authority.ts'
import { issue } from './blocks/codes/procedure.ts'
import { motifTransit, moyenTransport } from './blocks/codes/transfer.ts'
import { document } from './blocks/document.ts'
import { escorteur, pointFrontiere } from './blocks/journey.ts'
import { personne, personneBreve } from './blocks/person.ts'

const motif: Rows<TransitGround> = { code: motifTransit('type'), text: 'motivation' }

export const transit = {
  'transit-application': block('demandeTransit', {
    caseReference: 'referenceDossier',
    date: 'date',
    place: 'lieu',
    requestingAuthority: block('autoriteRequerante', autorite),
    requestedAuthority: block('autoriteRequise', autorite),
    subject: block('personne', personne),
    document: block('documentVoyage', document),
    mode: moyenTransport('transport/moyen'),
    flight: 'transport/numeroVol',
    destination: 'paysDestination',
    transitStates: values('paysTransit', '.'),
    arrivalAt: 'entree/moment',
    borderPoint: block('entree/pointFrontiere', pointFrontiere),
    departureAt: 'depart/moment',
    exitPoint: block('depart/pointFrontiere', pointFrontiere),
    escorts: list('escorteur', escorteur),
    admissionGuaranteed: 'admissionGarantie',
    refusalGroundKnown: 'motifRefusConnu',
    observations: 'observations',
    signatory: block('signataire', fonctionnaire),
  }),

  'transit-reply': block('reponseTransit', {
    caseReference: 'referenceDossier',
    applicationReference: 'referenceDemande',
    decision: issue('decision'),
    decidedOn: 'dateDecision',
    subject: block('personne', personneBreve),
    grounds: list('motifRefus', motif),
    arrivalAt: 'entree/moment',
    borderPoint: block('entree/pointFrontiere', pointFrontiere),
    support: 'assistance',
    validUntil: 'valableJusque',
    observations: 'observations',
    authority: block('autorite', autorite),
    official: block('signataire', fonctionnaire),
  }),

  'transit-revocation': block('revocationTransit', {
    caseReference: 'referenceDossier',
    revokedOn: 'dateRevocation',
    subject: block('personne', personneBreve),
    grounds: list('motifRevocation', motif),
    borderPoint: block('pointFrontiere', pointFrontiere),
    observations: 'observations',
    official: block('signataire', fonctionnaire),
  }),
} satisfies Actions
