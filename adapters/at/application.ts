/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { fehlendeAngabe, fragegegenstand, verfahren, vollstaendigkeit } from './blocks/codes/procedure.ts'
import { anlage, dokumentangaben } from './blocks/document.ts'
import { angehoeriger, gesundheit, person } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const angaben = {
  subject: block('Person', person),
  spouse: block('Ehegatte', angehoeriger),
  children: list('Kind', angehoeriger),
  health: block('Gesundheit', gesundheit),
  danger: 'Gefaehrlichkeit',
  security: 'Sicherungsmassnahmen',
  evidence: list('Nachweis', {
    code: 'Art',
    ...dokumentangaben,
    note: 'Erlaeuterung',
    attachments: list('Anlage', anlage),
  }),
  dateOfKnowledge: 'Kenntnisdatum',
  obstacle: 'Hinderungsgrund',
  'apprehension.at': 'Aufgriff/Zeitpunkt',
  'apprehension.place': 'Aufgriff/Ort',
  observations: 'Bemerkungen',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('Rueckuebernahmeersuchen', {
    procedure: verfahren('Verfahren'),
    personCategory: personengruppe('Personengruppe'),
    caseReference: 'Geschaeftszahl',
    date: 'Datum',
    place: 'Ort',
    requestingAuthority: block('ErsuchendeBehoerde', behoerde),
    requestedAuthority: block('ErsuchteBehoerde', behoerde),
    interviewRequested: 'EinvernahmeErbeten',
    ...angaben,
    signatory: block('Unterzeichner', bearbeitung),
  }),

  'readmission-application-update': block('Ersuchensaenderung', {
    caseReference: 'Geschaeftszahl',
    reason: 'Grund',
    personCategory: personengruppe('Personengruppe'),
    ...angaben,
    official: block('Bearbeitung', bearbeitung),
  }),

  acknowledgement: block('Eingangsbestaetigung', {
    receivedAt: 'Eingangszeitpunkt',
    caseReference: 'Geschaeftszahl',
    completeness: vollstaendigkeit('Vollstaendigkeit'),
    missing: list('FehlendeAngabe', { code: fehlendeAngabe('Art'), note: 'Erlaeuterung' }),
    authority: block('Behoerde', behoerde),
    official: block('Bearbeitung', bearbeitung),
  }),

  'information-request': block('Auskunftsersuchen', {
    caseReference: 'Geschaeftszahl',
    questions: list('Frage', { number: 'Nummer', topic: fragegegenstand('Gegenstand'), text: 'Text' }),
    answerBy: 'Frist',
    ...schluss,
  }),

  'information-response': block('Auskunft', {
    caseReference: 'Geschaeftszahl',
    answers: list('Antwort', { number: 'Nummer', text: 'Text', attachments: list('Anlage', anlage) }),
    ...schluss,
  }),
} satisfies Actions
