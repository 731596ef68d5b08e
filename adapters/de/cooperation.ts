/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { anschrift, behoerde, schluss } from './blocks/authority.ts'
import { aenderungsart, antwortdauer, bedarf, messgroesse, zustaendigkeit } from './blocks/codes/cooperation.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { staat } from './blocks/codes/staat.ts'
import { verkehrsmittel } from './blocks/codes/transfer.ts'
import { grenzuebergang } from './blocks/journey.ts'
import { gesundheit, kurzperson } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('behoerdenverzeichnis', {
    validFrom: 'gueltigAb',
    contacts: list('eintrag', {
      change: aenderungsart('aenderung'),
      roles: values('zustaendigkeit', zustaendigkeit('.')),
      authority: block('behoerde', behoerde),
      party: 'partei/kennung',
    }),
    ...schluss,
  }),

  'border-point-update': block('grenzuebergangsverzeichnis', {
    validFrom: 'gueltigAb',
    points: list('eintrag', {
      change: aenderungsart('aenderung'),
      point: block('grenzuebergang', grenzuebergang),
      modes: values('verkehrsmittel', verkehrsmittel('.')),
      hours: 'uebergabezeiten',
      authority: block('behoerde', behoerde),
    }),
    ...schluss,
  }),

  'statistics-report': block('statistik', {
    from: 'zeitraum/beginn',
    until: 'zeitraum/ende',
    compiledOn: 'stand',
    authority: block('behoerde', behoerde),
    figures: list('wert', {
      measure: messgroesse('messgroesse'),
      requesting: staat('ersuchenderStaat'),
      requested: staat('ersuchterStaat'),
      category: personengruppe('personengruppe'),
      month: 'monat',
      replyTime: antwortdauer('antwortdauer'),
      count: 'anzahl',
      suppressed: 'unterdrueckt',
    }),
    observations: 'bemerkungen',
  }),

  'reintegration-referral': block('reintegrationsvermittlung', {
    reference: 'aktenzeichen',
    subject: block('person', kurzperson),
    consent: 'einwilligung/erteilt',
    consentOn: 'einwilligung/datum',
    needs: values('bedarf', bedarf('.')),
    languages: values('sprache', '.'),
    familyMembers: 'anzahlAngehoerige',
    returnedOn: 'rueckkehrdatum',
    contact: block('erreichbarkeit', {
      phone: 'telefon',
      email: 'email',
      address: block('anschrift', anschrift),
      reachable: 'direktErreichbar',
    }),
    health: block('gesundheit', gesundheit),
    programme: 'programm',
    ...schluss,
  }),
} satisfies Actions
