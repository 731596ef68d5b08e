/** Persons, from the brief mention to the full particulars of an application. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { anschrift } from './authority.ts'
import { augenfarbe, familienstand, geschlecht, kennzeichenart } from './codes/person.ts'

const namensform: Rows<NameForm> = {
  familyName: 'FamilyName',
  givenNames: 'GivenName',
  patronymic: 'Patronymic',
}

/** PersonData, which has no patronymic: appended to the given names it could not be told apart any more. */
const name = {
  familyName: 'Name/FamilyName',
  givenNames: 'Name/GivenName',
  patronymic: 'Name/Patronymic',
  maidenName: 'Name/MaidenName',
} satisfies Rows<PersonBrief>

const geburt = {
  sex: geschlecht('Sex'),
  birthDate: 'DateOfBirth',
  birthPlace: 'PlaceOfBirth',
  birthCountry: 'CountryOfBirth',
} satisfies Rows<PersonBrief>

const beschreibung = {
  heightCm: 'Beschreibung/Groesse',
  eyeColour: augenfarbe('Beschreibung/Augenfarbe'),
  distinguishingMarks: 'Beschreibung/Merkmale',
} satisfies Rows<FamilyMember>

const kennzeichen: Rows<Identifier> = {
  type: kennzeichenart('Art'),
  value: 'Wert',
  country: 'Staat',
}

export const lichtbild: Rows<Photo> = {
  mediaType: 'Medientyp',
  content: 'Inhalt',
}

export const kurzperson: Rows<PersonBrief> = {
  ...name,
  ...geburt,
  nationalities: values('Nationality', '.'),
  identifiers: list('Kennzeichen', kennzeichen),
}

export const angehoeriger: Rows<FamilyMember> = {
  ...name,
  aliases: list('AlternativeName', namensform),
  ...geburt,
  ...beschreibung,
  nationalities: values('Nationality', '.'),
  languages: values('Sprache', '.'),
}

export const person: Rows<Person> = {
  ...name,
  sourceScriptName: block('NameOriginalschrift', namensform),
  printedName: block('NameImDokument', namensform),
  mrzName: 'NameMaschinenlesbar',
  aliases: list('AlternativeName', namensform),
  ...geburt,
  ...beschreibung,
  nationalities: values('Nationality', '.'),
  formerNationalities: values('FormerNationality', '.'),
  languages: values('Sprache', '.'),
  civilStatus: familienstand('MaritalStatus'),
  lastAddress: block('LetzteAnschrift', anschrift),
  identifiers: list('Kennzeichen', kennzeichen),
  photo: block('Lichtbild', lichtbild),
}

export const gesundheit: Rows<Health> = {
  consent: 'Einwilligung',
  statement: 'Zustand',
  contagiousDisease: 'AnsteckendeKrankheit',
}
