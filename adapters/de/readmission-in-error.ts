/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { entscheidung, irrtumsablehnungsgrund, irrtumsgrund } from './blocks/codes/procedure.ts'
import { anlage } from './blocks/document.ts'
import { grenzuebergang } from './blocks/journey.ts'
import { kurzperson } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('ruecknahmeverlangen', {
    caseReference: 'aktenzeichen',
    transferredOn: 'ueberstellungsdatum',
    persons: list('person', kurzperson),
    grounds: list('irrtumsgrund', { code: irrtumsgrund('art'), text: 'begruendung' }),
    attachments: list('anlage', anlage),
    returnOn: 'rueckgabe/datum',
    borderPoint: block('rueckgabe/grenzuebergang', grenzuebergang),
    authority: block('behoerde', behoerde),
    ...schluss,
  }),

  'readmission-in-error-reply': block('ruecknahmebescheid', {
    caseReference: 'aktenzeichen',
    decision: entscheidung('entscheidung'),
    decidedOn: 'entscheidungsdatum',
    grounds: list('ablehnungsgrund', { code: irrtumsablehnungsgrund('art'), text: 'begruendung' }),
    returnOn: 'rueckgabe/datum',
    borderPoint: block('rueckgabe/grenzuebergang', grenzuebergang),
    observations: 'bemerkungen',
    official: block('unterzeichner', bearbeitung),
  }),
} satisfies Actions
