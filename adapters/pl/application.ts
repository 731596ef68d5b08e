/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { funkcjonariusz, organ, zakonczenie } from './blocks/authority.ts'
import { kategoriaOsoby } from './blocks/codes/person.ts'
import { brak, kompletnosc, przedmiotPytania, tryb } from './blocks/codes/procedure.ts'
import { daneDokumentu, zalacznik } from './blocks/document.ts'
import { czlonekRodziny, osoba, stanZdrowia } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const daneWniosku = {
  subject: block('osoba', osoba),
  spouse: block('malzonek', czlonekRodziny),
  children: list('dziecko', czlonekRodziny),
  health: block('stanZdrowia', stanZdrowia),
  danger: 'zagrozenie',
  security: 'srodkiBezpieczenstwa',
  evidence: list('dowod', {
    code: 'rodzaj',
    ...daneDokumentu,
    note: 'wyjasnienie',
    attachments: list('zalacznik', zalacznik),
  }),
  dateOfKnowledge: 'dataPowzieciaWiadomosci',
  obstacle: 'przeszkoda',
  'apprehension.at': 'zatrzymanie/czas',
  'apprehension.place': 'zatrzymanie/miejsce',
  observations: 'uwagi',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('wniosekReadmisyjny', {
    procedure: tryb('tryb'),
    personCategory: kategoriaOsoby('kategoriaOsoby'),
    caseReference: 'sygnatura',
    date: 'data',
    place: 'miejsce',
    requestingAuthority: block('organWzywajacy', organ),
    requestedAuthority: block('organWezwany', organ),
    interviewRequested: 'wnioskowanyWywiad',
    ...daneWniosku,
    signatory: block('podpisujacy', funkcjonariusz),
  }),

  'readmission-application-update': block('zmianaWniosku', {
    caseReference: 'sygnatura',
    reason: 'przyczyna',
    personCategory: kategoriaOsoby('kategoriaOsoby'),
    ...daneWniosku,
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  acknowledgement: block('potwierdzenieOdbioru', {
    receivedAt: 'czasOdbioru',
    caseReference: 'sygnatura',
    completeness: kompletnosc('kompletnosc'),
    missing: list('brak', { code: brak('rodzaj'), note: 'wyjasnienie' }),
    authority: block('organ', organ),
    official: block('funkcjonariusz', funkcjonariusz),
  }),

  'information-request': block('wniosekOInformacje', {
    caseReference: 'sygnatura',
    questions: list('pytanie', { number: 'numer', topic: przedmiotPytania('przedmiot'), text: 'tekst' }),
    answerBy: 'termin',
    ...zakonczenie,
  }),

  'information-response': block('informacja', {
    caseReference: 'sygnatura',
    answers: list('odpowiedz', { number: 'numer', text: 'tekst', attachments: list('zalacznik', zalacznik) }),
    ...zakonczenie,
  }),
} satisfies Actions
