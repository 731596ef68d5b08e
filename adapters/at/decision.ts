/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bearbeitung, behoerde } from './blocks/authority.ts'
import { reisedokument } from './blocks/codes/document.ts'
import { ablehnungsgrund, entscheidung, verlaengerungsgrund } from './blocks/codes/procedure.ts'
import { grenzuebergangsstelle } from './blocks/journey.ts'
import { gesundheit, kurzperson } from './blocks/person.ts'
import { quittung } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('Fristverlaengerung', {
    caseReference: 'Geschaeftszahl',
    ground: verlaengerungsgrund('Grund'),
    reasons: 'Begruendung',
    dueOn: 'Frist',
    newDueOn: 'NeueFrist',
    authority: block('Behoerde', behoerde),
    official: block('Unterzeichner', bearbeitung),
  }),

  'readmission-reply': block('Rueckuebernahmebescheid', {
    caseReference: 'Geschaeftszahl',
    applicationReference: 'GeschaeftszahlErsuchen',
    decision: entscheidung('Entscheidung'),
    decidedOn: 'Entscheidungsdatum',
    subject: block('Person', kurzperson),
    familyMembers: list('Angehoeriger', kurzperson),
    grounds: list('Ablehnungsgrund', { code: ablehnungsgrund('Art'), text: 'Begruendung' }),
    documentBasis: reisedokument('Reisedokument'),
    borderPoint: block('Grenzuebergangsstelle', grenzuebergangsstelle),
    validUntil: 'GueltigBis',
    health: block('Gesundheit', gesundheit),
    observations: 'Bemerkungen',
    authority: block('Behoerde', behoerde),
    official: block('Unterzeichner', bearbeitung),
  }),

  'deemed-approval-notice': block('Zustimmungsfiktion', {
    limit: 'Frist/Bezeichnung',
    article: 'Frist/Artikel',
    startedAt: 'Frist/Beginn',
    dueAt: 'Frist/Ende',
    silentAt: 'FestgestelltAm',
    requestedParty: 'ErsuchtePartei/Kennung',
    receipt: block('Quittung', quittung),
    extensions: values('Fristverlaengerung', 'NachrichtenUUID'),
  }),
} satisfies Actions
