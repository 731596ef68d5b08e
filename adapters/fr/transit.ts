/** Transit on the way to another state (annex 6). */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { TransitGround } from '#schemas/generated/types.ts'
import { agent, autorite } from './blocks/authority.ts'
import { sensDecision } from './blocks/codes/procedure.ts'
import { modeTransport, motifTransit } from './blocks/codes/transfer.ts'
import { document } from './blocks/document.ts'
import { escorte, pointPassage } from './blocks/journey.ts'
import { etatCivil, personne } from './blocks/person.ts'

const motif: Rows<TransitGround> = { code: motifTransit('nature'), text: 'motivation' }

export const transit = {
  'transit-application': block('contenu', {
    caseReference: 'referenceDossier',
    date: 'date',
    place: 'lieu',
    requestingAuthority: block('autoriteRequerante', autorite),
    requestedAuthority: block('autoriteRequise', autorite),
    subject: block('personne', personne),
    document: block('documentVoyage', document),
    mode: modeTransport('transport/mode'),
    flight: 'transport/numeroVol',
    destination: 'destination',
    transitStates: values('etatsTransit', '.'),
    arrivalAt: 'entree/dateHeure',
    borderPoint: block('entree/pointPassage', pointPassage),
    departureAt: 'sortie/dateHeure',
    exitPoint: block('sortie/pointPassage', pointPassage),
    escorts: list('escortes', escorte),
    admissionGuaranteed: 'admissionGarantie',
    refusalGroundKnown: 'motifRefusConnu',
    observations: 'observations',
    signatory: block('signataire', agent),
  }),

  'transit-reply': block('contenu', {
    caseReference: 'referenceDossier',
    applicationReference: 'referenceDemande',
    decision: sensDecision('decision'),
    decidedOn: 'dateDecision',
    subject: block('personne', etatCivil),
    grounds: list('motifsRefus', motif),
    arrivalAt: 'entree/dateHeure',
    borderPoint: block('entree/pointPassage', pointPassage),
    support: 'assistance',
    validUntil: 'dateFinValidite',
    observations: 'observations',
    authority: block('autorite', autorite),
    official: block('signataire', agent),
  }),

  'transit-revocation': block('contenu', {
    caseReference: 'referenceDossier',
    revokedOn: 'dateRevocation',
    subject: block('personne', etatCivil),
    grounds: list('motifsRevocation', motif),
    borderPoint: block('pointPassage', pointPassage),
    observations: 'observations',
    official: block('signataire', agent),
  }),
} satisfies Actions
