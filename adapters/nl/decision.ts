/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { autoriteit, behandelaar } from './blocks/authority.ts'
import { reisdocument } from './blocks/codes/document.ts'
import { besluit, verlengingsgrond, weigeringsgrond } from './blocks/codes/procedure.ts'
import { grensdoorlaatpost } from './blocks/journey.ts'
import { partij } from './blocks/party.ts'
import { betrokkene, gezondheid } from './blocks/person.ts'
import { ontvangstbewijs } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('data', {
    caseReference: 'zaakkenmerk',
    ground: verlengingsgrond('reden'),
    reasons: 'toelichting',
    dueOn: 'termijn',
    newDueOn: 'nieuweTermijn',
    authority: block('autoriteit', autoriteit),
    official: block('ondertekenaar', behandelaar),
  }),

  'readmission-reply': block('data', {
    caseReference: 'zaakkenmerk',
    applicationReference: 'kenmerkVerzoek',
    decision: besluit('besluit'),
    decidedOn: 'besluitdatum',
    subject: block('persoon', betrokkene),
    familyMembers: list('gezinsleden', betrokkene),
    grounds: list('weigeringsgronden', { code: weigeringsgrond('soort'), text: 'toelichting' }),
    documentBasis: reisdocument('reisdocument'),
    borderPoint: block('grensdoorlaatpost', grensdoorlaatpost),
    validUntil: 'geldigTot',
    health: block('gezondheid', gezondheid),
    observations: 'opmerkingen',
    authority: block('autoriteit', autoriteit),
    official: block('ondertekenaar', behandelaar),
  }),

  'deemed-approval-notice': block('data', {
    limit: 'termijn/omschrijving',
    article: 'termijn/artikel',
    startedAt: 'termijn/begin',
    dueAt: 'termijn/einde',
    silentAt: 'vastgesteldOp',
    requestedParty: partij('aangezochtePartij'),
    receipt: block('ontvangstbewijs', ontvangstbewijs),
    extensions: values('verlengingen', 'berichtId'),
  }),
} satisfies Actions
