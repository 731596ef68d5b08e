/** Blocks that several messages share. */
import { country } from '#schemas/codelists/country.ts'
import { documentType } from '#schemas/codelists/document.ts'
import { civilStatus, eyeColour, identifierType, photoMediaType, sex } from '#schemas/codelists/person.ts'
import {
  airport,
  blob,
  boolean,
  code,
  date,
  digest,
  email,
  integer,
  language,
  list,
  mediaType,
  mrzName,
  note,
  optional,
  partialDate,
  phone,
  record,
  required,
  text,
} from '#schemas/vocabulary.ts'

const attachment = record('Attachment', 'A binary that travels beside the message: uploaded first, named here.', {
  digest: required(digest, 'SHA-256 of its bytes'),
  size: required(integer(9), 'Its length in bytes'),
  mediaType: required(mediaType, 'Its media type'),
  title: optional(text(200), 'What it is, for people'),
})

export const attachments = list('Attachment', attachment, { max: 20 })

export const address = record('Address', 'A postal address.', {
  street: optional(text(200), 'Street and number'),
  locality: required(text(100), 'City, town or village'),
  region: optional(text(100), 'District or region'),
  postalCode: optional(text(20), 'Postal code'),
  country: optional(code(country), 'State'),
})

export const authority = record('Authority', 'A competent authority and how to reach it.', {
  name: required(text(200), 'Designation of the authority'),
  unit: optional(text(200), 'Unit in charge'),
  phone: optional(phone, 'Telephone'),
  fax: optional(phone, 'Fax'),
  email: optional(email, 'E-mail address'),
  address: optional(address, 'Postal address'),
})

export const official = record(
  'Official',
  'The official who answers for the message; the signature of the message replaces stamp and handwriting.',
  {
    name: required(text(200), 'Name of the official'),
    position: optional(text(200), 'Position'),
    phone: optional(phone, 'Telephone'),
    email: optional(email, 'E-mail address'),
  },
)

const nameParts = {
  familyName: required(text(100), 'Family name; the only name of a person who has but one'),
  givenNames: optional(text(100), 'Given names'),
  patronymic: optional(text(100), "Father's name with oğlu or qızı; never part of the given names"),
}

const nameForm = record('NameForm', 'Another form of the name.', nameParts)

const identity = {
  ...nameParts,
  maidenName: optional(text(100), 'Family name before marriage'),
}

const birth = {
  sex: optional(code(sex), 'Sex'),
  birthDate: optional(partialDate, 'Date of birth, as much of it as is known'),
  birthPlace: optional(text(100), 'Place of birth, as it was called then or is called now'),
  birthCountry: optional(code(country), 'State of birth; SUN for the Soviet Union'),
}

const looks = {
  heightCm: optional(integer(3), 'Height in centimetres'),
  eyeColour: optional(code(eyeColour), 'Colour of the eyes'),
  distinguishingMarks: optional(text(500), 'Distinguishing marks'),
}

export const nationalities = list('Nationality', code(country), { max: 5 })
export const languages = list('Language', language, { max: 10 })
const aliases = list('Alias', nameForm, { max: 20 })

const identifier = record('Identifier', 'A number under which a state knows the person.', {
  type: required(code(identifierType), 'Kind of identifier'),
  value: required(text(40), 'The identifier itself, without spaces'),
  country: required(code(country), 'State that gave it'),
})

const identifiers = list('Identifier', identifier, { max: 10 })

export const photo = record('Photo', 'A recent photograph of the face, inside the message.', {
  mediaType: required(code(photoMediaType), 'Media type'),
  content: required(blob(256), 'The picture in base64'),
})

/** Block A of the common form. */
export const person = record('Person', 'The person whom the application is about (annex 5, block A).', {
  ...identity,
  sourceScriptName: optional(nameForm, 'Name in the script of the source, e.g. Cyrillic'),
  printedName: optional(nameForm, 'Name as printed in the visual zone of the travel document'),
  mrzName: optional(mrzName, 'Name field of the machine-readable zone'),
  aliases: optional(aliases, 'Earlier names and names also used'),
  ...birth,
  ...looks,
  nationalities: required(nationalities, 'Nationality, or XXA for a stateless person, XXX where unknown'),
  formerNationalities: optional(nationalities, 'Former nationalities'),
  languages: optional(languages, 'Languages spoken'),
  civilStatus: optional(code(civilStatus), 'Civil status'),
  lastAddress: optional(address, 'Last address in the requested state'),
  identifiers: optional(identifiers, 'Personal identifiers'),
  photo: optional(photo, 'Photograph'),
})

/** Blocks B and C of the common form. */
export const familyMember = record('FamilyMember', 'Spouse or child to be readmitted with the person (annex 5, blocks B and C).', {
  ...identity,
  aliases: optional(aliases, 'Earlier names and names also used'),
  ...birth,
  ...looks,
  nationalities: optional(nationalities, 'Nationality'),
  languages: optional(languages, 'Languages spoken'),
})

/** As much as it takes to say who is meant. */
export const personBrief = record('PersonBrief', 'Who is meant, in a case where the particulars are known already.', {
  ...identity,
  ...birth,
  nationalities: optional(nationalities, 'Nationality'),
  identifiers: optional(identifiers, 'Personal identifiers'),
})

/** What annex 5, block E asks of every document. */
export const documentParticulars = {
  number: optional(text(40), 'Number of the document'),
  issuedOn: optional(partialDate, 'Date of issue'),
  issuedIn: optional(text(100), 'Place of issue'),
  issuedBy: optional(text(200), 'Issuing authority'),
  expiresOn: optional(date, 'Last day of validity'),
  country: optional(code(country), 'Issuing state'),
}

export const document = record('Document', 'A document that the person holds.', {
  type: required(code(documentType), 'Kind of document'),
  ...documentParticulars,
})

export const health = record('Health', 'Health data; only with the explicit consent of the person (agreement, article 8).', {
  consent: required(boolean, 'Whether the person consents to this statement'),
  statement: optional(note(2000), 'State of health and care needed'),
  contagiousDisease: optional(text(200), 'Latin name of a contagious disease'),
})

export const borderPoint = record('BorderPoint', 'A border crossing point.', {
  name: required(text(100), 'Name'),
  airport: optional(airport, 'IATA code, for airports'),
  country: optional(code(country), 'State'),
})
