/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adresse, autorite, cloture } from './blocks/authority.ts'
import { besoin, competence, delaiReponse, indicateur, natureModification } from './blocks/codes/cooperation.ts'
import { categoriePersonne } from './blocks/codes/person.ts'
import { modeTransport } from './blocks/codes/transfer.ts'
import { pointPassage } from './blocks/journey.ts'
import { etatCivil, sante } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('contenu', {
    validFrom: 'dateDebutValidite',
    contacts: list('inscriptions', {
      change: natureModification('modification'),
      roles: values('competences', competence('.')),
      authority: block('autorite', autorite),
      party: 'partie/identifiant',
    }),
    ...cloture,
  }),

  'border-point-update': block('contenu', {
    validFrom: 'dateDebutValidite',
    points: list('inscriptions', {
      change: natureModification('modification'),
      point: block('pointPassage', pointPassage),
      modes: values('modes', modeTransport('.')),
      hours: 'horairesRemise',
      authority: block('autorite', autorite),
    }),
    ...cloture,
  }),

  'statistics-report': block('contenu', {
    from: 'periode/debut',
    until: 'periode/fin',
    compiledOn: 'dateSituation',
    authority: block('autorite', autorite),
    figures: list('chiffres', {
      measure: indicateur('indicateur'),
      requesting: 'etatRequerant',
      requested: 'etatRequis',
      category: categoriePersonne('categoriePersonne'),
      month: 'mois',
      replyTime: delaiReponse('delaiReponse'),
      count: 'nombre',
      suppressed: 'masque',
    }),
    observations: 'observations',
  }),

  'reintegration-referral': block('contenu', {
    reference: 'referenceDossier',
    subject: block('personne', etatCivil),
    consent: 'consentement/accorde',
    consentOn: 'consentement/date',
    needs: values('besoins', besoin('.')),
    languages: values('langues', '.'),
    familyMembers: 'nombreMembresFamille',
    returnedOn: 'dateRetour',
    contact: block('coordonnees', {
      phone: 'telephone',
      email: 'courriel',
      address: block('adresse', adresse),
      reachable: 'joignableDirectement',
    }),
    health: block('sante', sante),
    programme: 'programme',
    ...cloture,
  }),
} satisfies Actions
