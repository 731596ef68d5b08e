/** Persons, from the brief mention to the full particulars of an application. */

import { only } from '#core/mapping/formats.ts'
import { block, led, list, type Rows, values } from '#core/mapping/rows.ts'
import type { FamilyMember, Health, Identifier, NameForm, Person, PersonBrief, Photo } from '#schemas/generated/types.ts'
import { unvan } from './authority.ts'
import { aileVeziyyeti, cins, gozRengi, nomreNovu } from './codes/person.ts'

const adFormasi: Rows<NameForm> = {
  familyName: 'soyad',
  givenNames: 'ad',
  patronymic: 'ataAdi',
}

/** The patronymic has a place of its own: appended to the given names it could not be told apart any more. */
const ad = {
  familyName: 'soyad',
  givenNames: 'ad',
  patronymic: 'ataAdi',
  maidenName: 'nikahdanEvvelkiSoyad',
} satisfies Rows<PersonBrief>

const dogum = {
  sex: cins('cins'),
  birthDate: 'dogumTarixi',
  birthPlace: 'dogumYeri',
  birthCountry: 'dogumOlkesi',
} satisfies Rows<PersonBrief>

const gorunus = {
  heightCm: 'gorunus/boy',
  eyeColour: gozRengi('gorunus/gozRengi'),
  distinguishingMarks: 'gorunus/xususiElametler',
} satisfies Rows<FamilyMember>

/** Every citizen has a FIN (`fərdi identifikasiya nömrəsi`): it has a field of its own in every system. */
const nomreler = led<Identifier>(
  'value',
  ['fin', only(/^[0-9A-Z]{7}$/, 'seven capital letters and digits')],
  { type: 'FIN', country: 'AZE' },
  list('digerNomre', { type: nomreNovu('nov'), value: 'deyer', country: 'olke' }),
)

export const fotosekil: Rows<Photo> = {
  mediaType: 'mediaNovu',
  content: 'mezmun',
}

export const qisaSexs: Rows<PersonBrief> = {
  ...ad,
  ...dogum,
  nationalities: values('vetendasliq', '.'),
  identifiers: nomreler,
}

export const aileUzvu: Rows<FamilyMember> = {
  ...ad,
  aliases: list('digerAd', adFormasi),
  ...dogum,
  ...gorunus,
  nationalities: values('vetendasliq', '.'),
  languages: values('dil', '.'),
}

export const sexs: Rows<Person> = {
  ...ad,
  sourceScriptName: block('orijinalYazida', adFormasi),
  printedName: block('senedde', adFormasi),
  mrzName: 'masinlaOxunanAd',
  aliases: list('digerAd', adFormasi),
  ...dogum,
  ...gorunus,
  nationalities: values('vetendasliq', '.'),
  formerNationalities: values('evvelkiVetendasliq', '.'),
  languages: values('dil', '.'),
  civilStatus: aileVeziyyeti('aileVeziyyeti'),
  lastAddress: block('sonUnvan', unvan),
  identifiers: nomreler,
  photo: block('fotosekil', fotosekil),
}

export const saglamliq: Rows<Health> = {
  consent: 'raziliq',
  statement: 'veziyyet',
  contagiousDisease: 'yoluxucuXestelik',
}
