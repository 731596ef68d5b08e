/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde } from './blocks/authority.ts'
import { reisedokument } from './blocks/codes/document.ts'
import { ablehnungsgrund, entscheidung, verlaengerungsgrund } from './blocks/codes/procedure.ts'
import { grenzuebergang } from './blocks/journey.ts'
import { gesundheit, kurzperson } from './blocks/person.ts'
import { quittung } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('fristverlaengerung', {
    caseReference: 'aktenzeichen',
    ground: verlaengerungsgrund('grund'),
    reasons: 'begruendung',
    dueOn: 'frist',
    newDueOn: 'neueFrist',
    authority: block('behoerde', behoerde),
    official: block('unterzeichner', bearbeitung),
  }),

  'readmission-reply': block('rueckuebernahmebescheid', {
    caseReference: 'aktenzeichen',
    applicationReference: 'aktenzeichenErsuchen',
    decision: entscheidung('entscheidung'),
    decidedOn: 'entscheidungsdatum',
    subject: block('person', kurzperson),
    familyMembers: list('angehoeriger', kurzperson),
    grounds: list('ablehnungsgrund', { code: ablehnungsgrund('art'), text: 'begruendung' }),
    documentBasis: reisedokument('reisedokument'),
    borderPoint: block('grenzuebergang', grenzuebergang),
    validUntil: 'gueltigBis',
    health: block('gesundheit', gesundheit),
    observations: 'bemerkungen',
    authority: block('behoerde', behoerde),
    official: block('unterzeichner', bearbeitung),
  }),

  'deemed-approval-notice': block('zustimmungsfiktion', {
    limit: 'frist/bezeichnung',
    article: 'frist/artikel',
    startedAt: 'frist/beginn',
    dueAt: 'frist/ende',
    silentAt: 'festgestelltAm',
    requestedParty: 'ersuchtePartei/kennung',
    receipt: block('quittung', quittung),
    extensions: values('fristverlaengerung', 'nachrichtenUUID'),
  }),
} satisfies Actions
