/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adresse, autorite, cloture } from './blocks/authority.ts'
import { besoin, competence, delaiReponse, mesure, typeModification } from './blocks/codes/cooperation.ts'
import { categoriePersonne } from './blocks/codes/person.ts'
import { moyenTransport } from './blocks/codes/transfer.ts'
import { pointFrontiere } from './blocks/journey.ts'
import { etatSante, personneBreve } from './blocks/person.ts'
import { party } from './enterprise-number.ts'

export const cooperation = {
  'contact-list-update': block('listeAutorites', {
    validFrom: 'valableDes',
    contacts: list('inscription', {
      change: typeModification('modification'),
      roles: values('competence', competence('.')),
      authority: block('autorite', autorite),
      party: party('partie'),
    }),
    ...cloture,
  }),

  'border-point-update': block('listePointsFrontiere', {
    validFrom: 'valableDes',
    points: list('inscription', {
      change: typeModification('modification'),
      point: block('pointFrontiere', pointFrontiere),
      modes: values('moyenTransport', moyenTransport('.')),
      hours: 'heuresRemise',
      authority: block('autorite', autorite),
    }),
    ...cloture,
  }),

  'statistics-report': block('statistiques', {
    from: 'periode/debut',
    until: 'periode/fin',
    compiledOn: 'arreteAu',
    authority: block('autorite', autorite),
    figures: list('valeur', {
      measure: mesure('mesure'),
      requesting: 'etatRequerant',
      requested: 'etatRequis',
      category: categoriePersonne('categoriePersonne'),
      month: 'mois',
      replyTime: delaiReponse('delaiReponse'),
      count: 'nombre',
      suppressed: 'supprimee',
    }),
    observations: 'observations',
  }),

  'reintegration-referral': block('orientationReintegration', {
    reference: 'referenceDossier',
    subject: block('personne', personneBreve),
    consent: 'accord/donne',
    consentOn: 'accord/date',
    needs: values('besoin', besoin('.')),
    languages: values('langue', '.'),
    familyMembers: 'nombreMembresFamille',
    returnedOn: 'dateRetour',
    contact: block('contact', {
      phone: 'telephone',
      email: 'courriel',
      address: block('adresse', adresse),
      reachable: 'contactDirect',
    }),
    health: block('etatSante', etatSante),
    programme: 'programme',
    ...cloture,
  }),
} satisfies Actions
