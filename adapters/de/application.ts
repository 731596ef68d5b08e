/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { nachweisart } from './blocks/codes/document.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { fehlendeAngabe, fragegegenstand, verfahren, vollstaendigkeit } from './blocks/codes/procedure.ts'
import { anlage, dokumentangaben } from './blocks/document.ts'
import { angehoeriger, gesundheit, person } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const angaben = {
  subject: block('person', person),
  spouse: block('ehegatte', angehoeriger),
  children: list('kind', angehoeriger),
  health: block('gesundheit', gesundheit),
  danger: 'gefaehrlichkeit',
  security: 'sicherungsmassnahmen',
  evidence: list('nachweis', {
    code: nachweisart('art'),
    ...dokumentangaben,
    note: 'erlaeuterung',
    attachments: list('anlage', anlage),
  }),
  dateOfKnowledge: 'kenntnisdatum',
  obstacle: 'hinderungsgrund',
  'apprehension.at': 'aufgriff/zeitpunkt',
  'apprehension.place': 'aufgriff/ort',
  observations: 'bemerkungen',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('rueckuebernahmeersuchen', {
    procedure: verfahren('verfahren'),
    personCategory: personengruppe('personengruppe'),
    caseReference: 'aktenzeichen',
    date: 'datum',
    place: 'ort',
    requestingAuthority: block('ersuchendeBehoerde', behoerde),
    requestedAuthority: block('ersuchteBehoerde', behoerde),
    interviewRequested: 'anhoerungErbeten',
    ...angaben,
    signatory: block('unterzeichner', bearbeitung),
  }),

  'readmission-application-update': block('ersuchensaenderung', {
    caseReference: 'aktenzeichen',
    reason: 'grund',
    personCategory: personengruppe('personengruppe'),
    ...angaben,
    official: block('bearbeitung', bearbeitung),
  }),

  acknowledgement: block('eingangsbestaetigung', {
    receivedAt: 'eingangszeitpunkt',
    caseReference: 'aktenzeichen',
    completeness: vollstaendigkeit('vollstaendigkeit'),
    missing: list('fehlendeAngabe', { code: fehlendeAngabe('art'), note: 'erlaeuterung' }),
    authority: block('behoerde', behoerde),
    official: block('bearbeitung', bearbeitung),
  }),

  'information-request': block('auskunftsersuchen', {
    caseReference: 'aktenzeichen',
    questions: list('frage', { number: 'nummer', topic: fragegegenstand('gegenstand'), text: 'text' }),
    answerBy: 'frist',
    ...schluss,
  }),

  'information-response': block('auskunft', {
    caseReference: 'aktenzeichen',
    answers: list('antwort', { number: 'nummer', text: 'text', attachments: list('anlage', anlage) }),
    ...schluss,
  }),
} satisfies Actions
