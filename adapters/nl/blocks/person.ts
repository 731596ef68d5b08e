/** Persons, from the brief mention to the full particulars of an application; named as the API of the population register (BRP) names them. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { adres } from './authority.ts'
import { land } from './codes/land.ts'
import { burgerlijkeStaat, geslacht, kleurOgen, nummersoort } from './codes/person.ts'
import { onvolledigeDatum } from './date.ts'

const naamvorm: Rows<NameForm> = {
  familyName: 'geslachtsnaam',
  givenNames: 'voornamen',
  patronymic: 'patroniem',
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const naam = {
  familyName: 'naam/geslachtsnaam',
  givenNames: 'naam/voornamen',
  patronymic: 'naam/patroniem',
  maidenName: 'naam/meisjesnaam',
} satisfies Rows<PersonBrief>

const geboorte = {
  sex: geslacht('geslacht/code'),
  birthDate: onvolledigeDatum('geboorte/datum'),
  birthPlace: 'geboorte/plaats/omschrijving',
  birthCountry: land('geboorte/land'),
} satisfies Rows<PersonBrief>

const signalement = {
  heightCm: 'signalement/lengteCm',
  eyeColour: kleurOgen('signalement/kleurOgen'),
  distinguishingMarks: 'signalement/kenmerken',
} satisfies Rows<FamilyMember>

const identificatienummer: Rows<Identifier> = {
  type: nummersoort('soort'),
  value: 'nummer',
  country: land('land'),
}

export const foto: Rows<Photo> = {
  mediaType: 'mediatype',
  content: 'inhoud',
}

export const betrokkene: Rows<PersonBrief> = {
  ...naam,
  ...geboorte,
  nationalities: values('nationaliteiten', land('nationaliteit')),
  identifiers: list('identificatienummers', identificatienummer),
}

export const gezinslid: Rows<FamilyMember> = {
  ...naam,
  aliases: list('andereNamen', naamvorm),
  ...geboorte,
  ...signalement,
  nationalities: values('nationaliteiten', land('nationaliteit')),
  languages: values('talen', '.'),
}

export const persoon: Rows<Person> = {
  ...naam,
  sourceScriptName: block('naamOorspronkelijkSchrift', naamvorm),
  printedName: block('naamInDocument', naamvorm),
  mrzName: 'naamMachineleesbaar',
  aliases: list('andereNamen', naamvorm),
  ...geboorte,
  ...signalement,
  nationalities: values('nationaliteiten', land('nationaliteit')),
  formerNationalities: values('vorigeNationaliteiten', land('nationaliteit')),
  languages: values('talen', '.'),
  civilStatus: burgerlijkeStaat('burgerlijkeStaat'),
  lastAddress: block('laatsteAdres', adres),
  identifiers: list('identificatienummers', identificatienummer),
  photo: block('foto', foto),
}

export const gezondheid: Rows<Health> = {
  consent: 'toestemming',
  statement: 'toestand',
  contagiousDisease: 'besmettelijkeZiekte',
}
