/** Taking back a person who was readmitted in error. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde, schluss } from './blocks/authority.ts'
import { entscheidung, irrtumsablehnungsgrund, irrtumsgrund } from './blocks/codes/procedure.ts'
import { anlage } from './blocks/document.ts'
import { grenzuebergangsstelle } from './blocks/journey.ts'
import { kurzperson } from './blocks/person.ts'

export const readmissionInError = {
  'readmission-in-error-claim': block('Ruecknahmeverlangen', {
    caseReference: 'Geschaeftszahl',
    transferredOn: 'Ueberstellungsdatum',
    persons: list('Person', kurzperson),
    grounds: list('Irrtumsgrund', { code: irrtumsgrund('Art'), text: 'Begruendung' }),
    attachments: list('Anlage', anlage),
    returnOn: 'Rueckgabe/Datum',
    borderPoint: block('Rueckgabe/Grenzuebergangsstelle', grenzuebergangsstelle),
    authority: block('Behoerde', behoerde),
    ...schluss,
  }),

  'readmission-in-error-reply': block('Ruecknahmebescheid', {
    caseReference: 'Geschaeftszahl',
    decision: entscheidung('Entscheidung'),
    decidedOn: 'Entscheidungsdatum',
    grounds: list('Ablehnungsgrund', { code: irrtumsablehnungsgrund('Art'), text: 'Begruendung' }),
    returnOn: 'Rueckgabe/Datum',
    borderPoint: block('Rueckgabe/Grenzuebergangsstelle', grenzuebergangsstelle),
    observations: 'Bemerkungen',
    official: block('Unterzeichner', bearbeitung),
  }),
} satisfies Actions
