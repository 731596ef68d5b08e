/** Persons, from the brief mention to the full particulars of an application. */

import { block, led, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { adres } from './authority.ts'
import { kolorOczu, plec, rodzajNumeru, stanCywilny } from './codes/person.ts'
import { pesel } from './pesel.ts'

const formaNazwiska: Rows<NameForm> = {
  familyName: 'nazwisko',
  givenNames: 'imiona',
  patronymic: 'imieOdojcowskie',
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const nazwa = {
  familyName: 'nazwisko',
  givenNames: 'imiona',
  patronymic: 'imieOdojcowskie',
  maidenName: 'nazwiskoRodowe',
} satisfies Rows<PersonBrief>

const urodzenie = {
  sex: plec('plec'),
  birthDate: 'dataUrodzenia',
  birthPlace: 'miejsceUrodzenia',
  birthCountry: 'panstwoUrodzenia',
} satisfies Rows<PersonBrief>

const rysopis = {
  heightCm: 'rysopis/wzrost',
  eyeColour: kolorOczu('rysopis/kolorOczu'),
  distinguishingMarks: 'rysopis/znakiSzczegolne',
} satisfies Rows<FamilyMember>

/** A number of Poland that is no PESEL by its check digit stands among the others, so that nothing is called a PESEL that cannot be one. */
const numery = led<Identifier>(
  'value',
  ['pesel', pesel],
  { type: 'NATIONAL_NUMBER', country: 'POL' },
  list('innyNumer', { type: rodzajNumeru('rodzaj'), value: 'wartosc', country: 'panstwo' }),
)

export const fotografia: Rows<Photo> = {
  mediaType: 'typMediow',
  content: 'tresc',
}

export const osobaKrotko: Rows<PersonBrief> = {
  ...nazwa,
  ...urodzenie,
  nationalities: values('obywatelstwo', '.'),
  identifiers: numery,
}

export const czlonekRodziny: Rows<FamilyMember> = {
  ...nazwa,
  aliases: list('inneNazwisko', formaNazwiska),
  ...urodzenie,
  ...rysopis,
  nationalities: values('obywatelstwo', '.'),
  languages: values('jezyk', '.'),
}

export const osoba: Rows<Person> = {
  ...nazwa,
  sourceScriptName: block('pisowniaOryginalna', formaNazwiska),
  printedName: block('wDokumencie', formaNazwiska),
  mrzName: 'zapisMRZ',
  aliases: list('inneNazwisko', formaNazwiska),
  ...urodzenie,
  ...rysopis,
  nationalities: values('obywatelstwo', '.'),
  formerNationalities: values('poprzednieObywatelstwo', '.'),
  languages: values('jezyk', '.'),
  civilStatus: stanCywilny('stanCywilny'),
  lastAddress: block('ostatniAdres', adres),
  identifiers: numery,
  photo: block('fotografia', fotografia),
}

export const stanZdrowia: Rows<Health> = {
  consent: 'zgoda',
  statement: 'opis',
  contagiousDisease: 'chorobaZakazna',
}
