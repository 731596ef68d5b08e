/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { adres, funkcjonariusz, zakonczenie } from './blocks/authority.ts'
import { formaWywiadu, wynikWywiadu } from './blocks/codes/procedure.ts'
import { zalacznik } from './blocks/document.ts'
import { osobaKrotko } from './blocks/person.ts'

const miejsceWywiadu = {
  facility: 'miejsceWywiadu/nazwa',
  place: block('miejsceWywiadu/adres', adres),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('wniosekOWywiad', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    subject: block('osoba', osobaKrotko),
    mode: formaWywiadu('forma'),
    ...miejsceWywiadu,
    languages: values('jezyk', '.'),
    availability: list('dostepnosc', { from: 'poczatek', until: 'koniec' }),
    contact: block('osobaDoKontaktu', funkcjonariusz),
    ...zakonczenie,
  }),

  'interview-schedule': block('terminWywiadu', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    subject: block('osoba', osobaKrotko),
    at: 'czas',
    mode: formaWywiadu('forma'),
    ...miejsceWywiadu,
    access: 'dostep',
    languages: values('jezyk', '.'),
    interviewer: block('prowadzacy', funkcjonariusz),
    ...zakonczenie,
  }),

  'interview-result': block('protokolWywiadu', {
    caseReference: 'sygnatura',
    mission: 'placowkaZagraniczna',
    outcome: wynikWywiadu('wynik'),
    at: 'czas',
    mode: formaWywiadu('forma'),
    subject: block('osoba', osobaKrotko),
    languages: values('jezyk', '.'),
    reasons: 'uzasadnienie',
    attachments: list('zalacznik', zalacznik),
    interviewer: block('prowadzacy', funkcjonariusz),
  }),
} satisfies Actions
