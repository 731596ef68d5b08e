/** Reintegration referral: a returned person in need of support, to the coordinator, only with the person's consent. */
import { need } from '#schemas/codelists/cooperation.ts'
import { boolean, code, date, email, integer, list, note, optional, phone, record, required, text } from '#schemas/vocabulary.ts'
import { address, health, languages, official, personBrief } from './blocks.ts'

const contact = record('PersonContact', 'How to reach the person.', {
  phone: optional(phone, 'Telephone'),
  email: optional(email, 'E-mail address'),
  address: optional(address, 'Address'),
  reachable: required(boolean, 'Whether the person may be contacted directly'),
})

export const reintegrationReferral = record(
  'ReintegrationReferral',
  'Refers a returned person to reintegration support. Opens a conversation of its own, so that the coordinator sees nothing of the readmission case.',
  {
    reference: required(text(64), 'Reference of the referring authority'),
    subject: required(personBrief, 'The person'),
    consent: required(boolean, 'Whether the person consents to the referral'),
    consentOn: required(date, 'Date of the consent'),
    needs: required(list('Need', code(need), { max: 10 }), 'What support is needed with'),
    languages: optional(languages, 'Languages spoken'),
    familyMembers: optional(integer(2), 'How many family members returned with the person'),
    returnedOn: optional(date, 'Date of the return'),
    contact: optional(contact, 'How to reach the person'),
    health: optional(health, 'State of health, as far as support needs it'),
    programme: optional(text(200), 'Programme that pays for the support'),
    observations: optional(note(2000), 'Observations'),
    official: required(official, 'Official who refers the person'),
  },
)
