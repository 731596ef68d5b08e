/** Persons, from the brief mention to the full particulars of an application. */

import { block, led, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { adresse } from './authority.ts'
import { couleurYeux, etatCivil, sexe, typeNumero } from './codes/person.ts'
import { nationalNumber } from './national-number.ts'

const formeNom: Rows<NameForm> = {
  familyName: 'nom',
  givenNames: 'prenoms',
  patronymic: 'patronyme',
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const nomUsuel = {
  familyName: 'nom',
  givenNames: 'prenoms',
  patronymic: 'patronyme',
  maidenName: 'nomJeuneFille',
} satisfies Rows<PersonBrief>

const naissance = {
  sex: sexe('sexe'),
  birthDate: 'dateNaissance',
  birthPlace: 'lieuNaissance',
  birthCountry: 'paysNaissance',
} satisfies Rows<PersonBrief>

const signalement = {
  heightCm: 'signalement/taille',
  eyeColour: couleurYeux('signalement/couleurYeux'),
  distinguishingMarks: 'signalement/signesParticuliers',
} satisfies Rows<FamilyMember>

/** A number of Belgium that fails its own check stands among the others, so that nothing is called a national number that cannot be one. */
const numeros = led<Identifier>(
  'value',
  ['numeroNational', nationalNumber],
  { type: 'NATIONAL_NUMBER', country: 'BEL' },
  list('autreNumero', { type: typeNumero('type'), value: 'valeur', country: 'pays' }),
)

export const photo: Rows<Photo> = {
  mediaType: 'typeMedia',
  content: 'contenu',
}

export const personneBreve: Rows<PersonBrief> = {
  ...nomUsuel,
  ...naissance,
  nationalities: values('nationalite', '.'),
  identifiers: numeros,
}

export const membreFamille: Rows<FamilyMember> = {
  ...nomUsuel,
  aliases: list('autreNom', formeNom),
  ...naissance,
  ...signalement,
  nationalities: values('nationalite', '.'),
  languages: values('langue', '.'),
}

export const personne: Rows<Person> = {
  ...nomUsuel,
  sourceScriptName: block('graphieOriginale', formeNom),
  printedName: block('dansDocument', formeNom),
  mrzName: 'nomMRZ',
  aliases: list('autreNom', formeNom),
  ...naissance,
  ...signalement,
  nationalities: values('nationalite', '.'),
  formerNationalities: values('ancienneNationalite', '.'),
  languages: values('langue', '.'),
  civilStatus: etatCivil('etatCivil'),
  lastAddress: block('derniereAdresse', adresse),
  identifiers: numeros,
  photo: block('photo', photo),
}

export const etatSante: Rows<Health> = {
  consent: 'accord',
  statement: 'description',
  contagiousDisease: 'maladieContagieuse',
}
