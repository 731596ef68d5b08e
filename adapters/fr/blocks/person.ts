/** Persons, from the brief mention to the full particulars of an application. */

import { only } from '#core/mapping/formats.ts'
import { block, led, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { adresse } from './authority.ts'
import { couleurYeux, natureIdentifiant, situationFamiliale } from './codes/person.ts'

const formeNom: Rows<NameForm> = {
  familyName: 'nom',
  givenNames: 'prenoms',
  patronymic: 'patronyme',
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const nom = {
  ...formeNom,
  maidenName: 'nomNaissance',
} satisfies Rows<PersonBrief>

const naissance = {
  sex: 'sexeEtatCivil',
  birthDate: 'dateNaissance',
  birthPlace: 'lieuNaissance',
  birthCountry: 'paysNaissance',
} satisfies Rows<PersonBrief>

const signalement = {
  heightCm: 'signalement/tailleCm',
  eyeColour: couleurYeux('signalement/couleurYeux'),
  distinguishingMarks: 'signalement/signesParticuliers',
} satisfies Rows<FamilyMember>

/** The number that AGDREF gives a foreigner; one of another length stands among the others, so that nothing is called an AGDREF number that cannot be one. */
const identifiants = led<Identifier>(
  'value',
  ['numeroAgdref', only(/^\d{9,10}$/, '9 or 10 digits')],
  { type: 'FOREIGNERS_FILE', country: 'FRA' },
  list('autresIdentifiants', { type: natureIdentifiant('nature'), value: 'valeur', country: 'pays' }),
)

export const photographie: Rows<Photo> = {
  mediaType: 'typeMedia',
  content: 'contenu',
}

export const etatCivil: Rows<PersonBrief> = {
  ...nom,
  ...naissance,
  nationalities: values('nationalites', '.'),
  identifiers: identifiants,
}

export const membreFamille: Rows<FamilyMember> = {
  ...nom,
  aliases: list('autresNoms', formeNom),
  ...naissance,
  ...signalement,
  nationalities: values('nationalites', '.'),
  languages: values('langues', '.'),
}

export const personne: Rows<Person> = {
  ...nom,
  sourceScriptName: block('nomEcritureOrigine', formeNom),
  printedName: block('nomImprime', formeNom),
  mrzName: 'nomZoneLectureOptique',
  aliases: list('autresNoms', formeNom),
  ...naissance,
  ...signalement,
  nationalities: values('nationalites', '.'),
  formerNationalities: values('anciennesNationalites', '.'),
  languages: values('langues', '.'),
  civilStatus: situationFamiliale('situationFamiliale'),
  lastAddress: block('derniereAdresse', adresse),
  identifiers: identifiants,
  photo: block('photographie', photographie),
}

export const sante: Rows<Health> = {
  consent: 'consentement',
  statement: 'etat',
  contagiousDisease: 'maladieContagieuse',
}
