/** Persons, from the brief mention to the full particulars of an application. */

import { asIs } from '#core/mapping/formats.ts'
import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { anschrift } from './authority.ts'
import { augenfarbe, familienstand, geschlecht, kennzeichenart } from './codes/person.ts'
import { staat } from './codes/staat.ts'
import { teilbekannt } from './date.ts'

const namensform: Rows<NameForm> = {
  familyName: 'familienname/name',
  givenNames: 'vorname/name',
  patronymic: 'vatersname/name',
}

/** In the script of the source: by its nature outside the Latin letters that DIN 91379 demands of everyone. */
const originalschrift: Rows<NameForm> = {
  familyName: ['familienname/name', asIs],
  givenNames: ['vorname/name', asIs],
  patronymic: ['vatersname/name', asIs],
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const name = {
  familyName: 'nameNatuerlichePerson/familienname/name',
  givenNames: 'nameNatuerlichePerson/vorname/name',
  patronymic: 'nameNatuerlichePerson/vatersname/name',
  maidenName: 'nameNatuerlichePerson/geburtsname/name',
} satisfies Rows<PersonBrief>

const geburt = {
  sex: geschlecht('geschlecht'),
  birthDate: teilbekannt('geburt/datum'),
  birthPlace: 'geburt/ort',
  birthCountry: staat('geburt/staat'),
} satisfies Rows<PersonBrief>

const beschreibung = {
  heightCm: 'beschreibung/groesse',
  eyeColour: augenfarbe('beschreibung/augenfarbe'),
  distinguishingMarks: 'beschreibung/merkmale',
} satisfies Rows<FamilyMember>

const kennzeichen: Rows<Identifier> = {
  type: kennzeichenart('art'),
  value: 'wert',
  country: staat('staat'),
}

export const lichtbild: Rows<Photo> = {
  mediaType: 'medientyp',
  content: 'inhalt',
}

export const kurzperson: Rows<PersonBrief> = {
  ...name,
  ...geburt,
  nationalities: values('staatsangehoerigkeit', staat('.')),
  identifiers: list('kennzeichen', kennzeichen),
}

export const angehoeriger: Rows<FamilyMember> = {
  ...name,
  aliases: list('weitererName', namensform),
  ...geburt,
  ...beschreibung,
  nationalities: values('staatsangehoerigkeit', staat('.')),
  languages: values('sprache', '.'),
}

export const person: Rows<Person> = {
  ...name,
  sourceScriptName: block('nameOriginalschrift', originalschrift),
  printedName: block('nameImDokument', namensform),
  mrzName: 'nameMaschinenlesbar',
  aliases: list('weitererName', namensform),
  ...geburt,
  ...beschreibung,
  nationalities: values('staatsangehoerigkeit', staat('.')),
  formerNationalities: values('fruehereStaatsangehoerigkeit', staat('.')),
  languages: values('sprache', '.'),
  civilStatus: familienstand('familienstand'),
  lastAddress: block('letzteAnschrift', anschrift),
  identifiers: list('kennzeichen', kennzeichen),
  photo: block('lichtbild', lichtbild),
}

export const gesundheit: Rows<Health> = {
  consent: 'einwilligung',
  statement: 'zustand',
  contagiousDisease: 'ansteckendeKrankheit',
}
