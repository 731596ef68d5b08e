/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { adres, afsluiting, behandelaar } from './blocks/authority.ts'
import { interviewresultaat, interviewvorm } from './blocks/codes/procedure.ts'
import { bijlage } from './blocks/document.ts'
import { betrokkene } from './blocks/person.ts'

const interviewlocatie = {
  facility: 'interviewlocatie/naam',
  place: block('interviewlocatie/adres', adres),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    subject: block('persoon', betrokkene),
    mode: interviewvorm('vorm'),
    ...interviewlocatie,
    languages: values('talen', '.'),
    availability: list('beschikbaarheden', { from: 'begin', until: 'einde' }),
    contact: block('contactpersoon', behandelaar),
    ...afsluiting,
  }),

  'interview-schedule': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    subject: block('persoon', betrokkene),
    at: 'tijdstip',
    mode: interviewvorm('vorm'),
    ...interviewlocatie,
    access: 'toegang',
    languages: values('talen', '.'),
    interviewer: block('interviewer', behandelaar),
    ...afsluiting,
  }),

  'interview-result': block('data', {
    caseReference: 'zaakkenmerk',
    mission: 'vertegenwoordiging',
    outcome: interviewresultaat('resultaat'),
    at: 'tijdstip',
    mode: interviewvorm('vorm'),
    subject: block('persoon', betrokkene),
    languages: values('talen', '.'),
    reasons: 'toelichting',
    attachments: list('bijlagen', bijlage),
    interviewer: block('interviewer', behandelaar),
  }),
} satisfies Actions
