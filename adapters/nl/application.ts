/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { afsluiting, autoriteit, behandelaar } from './blocks/authority.ts'

import { persoonscategorie } from './blocks/codes/person.ts'
import { ontbrekendGegeven, procedure, volledigheid, vraagonderwerp } from './blocks/codes/procedure.ts'
import { bijlage, documentgegevens } from './blocks/document.ts'
import { gezinslid, gezondheid, persoon } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const gegevens = {
  subject: block('persoon', persoon),
  spouse: block('echtgenoot', gezinslid),
  children: list('kinderen', gezinslid),
  health: block('gezondheid', gezondheid),
  danger: 'gevaar',
  security: 'beveiligingsmaatregelen',
  evidence: list('bewijsmiddelen', {
    code: 'soort',
    ...documentgegevens,
    note: 'toelichting',
    attachments: list('bijlagen', bijlage),
  }),
  dateOfKnowledge: 'datumBekendheid',
  obstacle: 'beletsel',
  'apprehension.at': 'staandehouding/tijdstip',
  'apprehension.place': 'staandehouding/plaats',
  observations: 'opmerkingen',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('data', {
    procedure: procedure('procedure'),
    personCategory: persoonscategorie('persoonscategorie'),
    caseReference: 'zaakkenmerk',
    date: 'datum',
    place: 'plaats',
    requestingAuthority: block('verzoekendeAutoriteit', autoriteit),
    requestedAuthority: block('aangezochteAutoriteit', autoriteit),
    interviewRequested: 'interviewGevraagd',
    ...gegevens,
    signatory: block('ondertekenaar', behandelaar),
  }),

  'readmission-application-update': block('data', {
    caseReference: 'zaakkenmerk',
    reason: 'reden',
    personCategory: persoonscategorie('persoonscategorie'),
    ...gegevens,
    official: block('behandelaar', behandelaar),
  }),

  acknowledgement: block('data', {
    receivedAt: 'ontvangstmoment',
    caseReference: 'zaakkenmerk',
    completeness: volledigheid('volledigheid'),
    missing: list('ontbrekendeGegevens', { code: ontbrekendGegeven('soort'), note: 'toelichting' }),
    authority: block('autoriteit', autoriteit),
    official: block('behandelaar', behandelaar),
  }),

  'information-request': block('data', {
    caseReference: 'zaakkenmerk',
    questions: list('vragen', { number: 'nummer', topic: vraagonderwerp('onderwerp'), text: 'tekst' }),
    answerBy: 'termijn',
    ...afsluiting,
  }),

  'information-response': block('data', {
    caseReference: 'zaakkenmerk',
    answers: list('antwoorden', { number: 'nummer', text: 'tekst', attachments: list('bijlagen', bijlage) }),
    ...afsluiting,
  }),
} satisfies Actions
