/** The decision, its extension, and what silence means. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { funkcjonariusz, organ } from './blocks/authority.ts'
import { dokumentPodrozy } from './blocks/codes/document.ts'
import { decyzja, podstawaOdmowy, podstawaPrzedluzenia } from './blocks/codes/procedure.ts'
import { przejscieGraniczne } from './blocks/journey.ts'
import { osobaKrotko, stanZdrowia } from './blocks/person.ts'
import { pokwitowanie } from './blocks/receipt.ts'

export const decision = {
  'time-limit-extension': block('przedluzenieTerminu', {
    caseReference: 'sygnatura',
    ground: podstawaPrzedluzenia('przyczyna'),
    reasons: 'uzasadnienie',
    dueOn: 'termin',
    newDueOn: 'nowyTermin',
    authority: block('organ', organ),
    official: block('podpisujacy', funkcjonariusz),
  }),

  'readmission-reply': block('odpowiedzReadmisyjna', {
    caseReference: 'sygnatura',
    applicationReference: 'sygnaturaWniosku',
    decision: decyzja('decyzja'),
    decidedOn: 'dataDecyzji',
    subject: block('osoba', osobaKrotko),
    familyMembers: list('czlonekRodziny', osobaKrotko),
    grounds: list('podstawaOdmowy', { code: podstawaOdmowy('rodzaj'), text: 'uzasadnienie' }),
    documentBasis: dokumentPodrozy('dokumentPodrozy'),
    borderPoint: block('przejscieGraniczne', przejscieGraniczne),
    validUntil: 'waznyDo',
    health: block('stanZdrowia', stanZdrowia),
    observations: 'uwagi',
    authority: block('organ', organ),
    official: block('podpisujacy', funkcjonariusz),
  }),

  'deemed-approval-notice': block('zgodaDomniemana', {
    limit: 'termin/nazwa',
    article: 'termin/artykul',
    startedAt: 'termin/poczatek',
    dueAt: 'termin/koniec',
    silentAt: 'czasStwierdzenia',
    requestedParty: 'stronaWezwana/identyfikator',
    receipt: block('pokwitowanie', pokwitowanie),
    extensions: values('przedluzenieTerminu', 'identyfikatorKomunikatu'),
  }),
} satisfies Actions
