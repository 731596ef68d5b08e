/** Building blocks of the German dialect; several messages share them, as the modules of XÖV do. */
import { only } from '#core/mapping/formats.ts'
import { block, type Choice, choice, list, type Rows, values } from '#core/mapping/rows.ts'
import type {
  Address,
  Attachment,
  Authority,
  BorderPoint,
  Document,
  FamilyMember,
  Health,
  Identifier,
  NameForm,
  Official,
  Person,
  PersonBrief,
} from '#schemas/generated/types.ts'
import { augenfarbe, dokumentart, familienstand, geschlecht, kennzeichenart, staat } from './codes.ts'

/** XÖV says in the name of the element how much of a date is known. */
const teilbekannt = (path: string): Choice =>
  choice(
    [`${path}/teilbekanntesDatum/jahrMonatTag`, only(/^\d{4}-\d\d-\d\d$/, 'a date, YYYY-MM-DD')],
    [`${path}/teilbekanntesDatum/jahrMonat`, only(/^\d{4}-\d\d$/, 'a month, YYYY-MM')],
    [`${path}/teilbekanntesDatum/jahr`, only(/^\d{4}$/, 'a year, YYYY')],
  )

export const anlage: Rows<Attachment> = {
  digest: 'pruefsumme',
  size: 'groesse',
  mediaType: 'medientyp',
  title: 'bezeichnung',
}

const anschrift: Rows<Address> = {
  street: 'strasse',
  postalCode: 'postleitzahl',
  locality: 'ort',
  region: 'region',
  country: staat('staat'),
}

export const behoerde: Rows<Authority> = {
  name: 'behoerdenname',
  unit: 'organisationseinheit',
  phone: 'erreichbarkeit/telefon',
  fax: 'erreichbarkeit/telefax',
  email: 'erreichbarkeit/email',
  address: block('anschrift', anschrift),
}

export const bearbeitung: Rows<Official> = {
  name: 'name',
  position: 'funktion',
  phone: 'erreichbarkeit/telefon',
  email: 'erreichbarkeit/email',
}

const namensform: Rows<NameForm> = {
  familyName: 'familienname/name',
  givenNames: 'vorname/name',
  patronymic: 'vatersname/name',
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

const kennzeichen: Rows<Identifier> = {
  type: kennzeichenart('art'),
  value: 'wert',
  country: staat('staat'),
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
  heightCm: 'beschreibung/groesse',
  eyeColour: augenfarbe('beschreibung/augenfarbe'),
  distinguishingMarks: 'beschreibung/merkmale',
  nationalities: values('staatsangehoerigkeit', staat('.')),
  languages: values('sprache', '.'),
}

/** A name in another script has no place: DIN 91379 demands only Latin letters of everyone. */
export const person: Rows<Person> = {
  ...name,
  printedName: block('nameImDokument', namensform),
  mrzName: 'nameMaschinenlesbar',
  aliases: list('weitererName', namensform),
  ...geburt,
  heightCm: 'beschreibung/groesse',
  eyeColour: augenfarbe('beschreibung/augenfarbe'),
  distinguishingMarks: 'beschreibung/merkmale',
  nationalities: values('staatsangehoerigkeit', staat('.')),
  formerNationalities: values('fruehereStaatsangehoerigkeit', staat('.')),
  languages: values('sprache', '.'),
  civilStatus: familienstand('familienstand'),
  lastAddress: block('letzteAnschrift', anschrift),
  identifiers: list('kennzeichen', kennzeichen),
  'photo.mediaType': 'lichtbild/medientyp',
  'photo.content': 'lichtbild/inhalt',
}

export const dokumentangaben = {
  number: 'nummer',
  issuedOn: teilbekannt('ausstellung/datum'),
  issuedIn: 'ausstellung/ort',
  issuedBy: 'ausstellung/behoerde',
  expiresOn: 'gueltigBis',
  country: staat('staat'),
} satisfies Rows<Document>

export const dokument: Rows<Document> = {
  type: dokumentart('art'),
  ...dokumentangaben,
}

export const gesundheit: Rows<Health> = {
  consent: 'einwilligung',
  statement: 'zustand',
  contagiousDisease: 'ansteckendeKrankheit',
}

export const grenzuebergang: Rows<BorderPoint> = {
  name: 'name',
  airport: 'flughafen',
  country: staat('staat'),
}
