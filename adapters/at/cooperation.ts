/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { anschrift, behoerde, schluss } from './blocks/authority.ts'
import { aenderungsart, antwortdauer, bedarf, messgroesse, zustaendigkeit } from './blocks/codes/cooperation.ts'
import { personengruppe } from './blocks/codes/person.ts'
import { verkehrsmittel } from './blocks/codes/transfer.ts'
import { grenzuebergangsstelle } from './blocks/journey.ts'
import { gesundheit, kurzperson } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('Behoerdenverzeichnis', {
    validFrom: 'GueltigAb',
    contacts: list('Eintrag', {
      change: aenderungsart('Aenderung'),
      roles: values('Zustaendigkeit', zustaendigkeit('.')),
      authority: block('Behoerde', behoerde),
      party: 'Partei/Kennung',
    }),
    ...schluss,
  }),

  'border-point-update': block('Grenzuebergangsstellenverzeichnis', {
    validFrom: 'GueltigAb',
    points: list('Eintrag', {
      change: aenderungsart('Aenderung'),
      point: block('Grenzuebergangsstelle', grenzuebergangsstelle),
      modes: values('Verkehrsmittel', verkehrsmittel('.')),
      hours: 'Uebergabezeiten',
      authority: block('Behoerde', behoerde),
    }),
    ...schluss,
  }),

  'statistics-report': block('Statistik', {
    from: 'Zeitraum/Beginn',
    until: 'Zeitraum/Ende',
    compiledOn: 'Stand',
    authority: block('Behoerde', behoerde),
    figures: list('Wert', {
      measure: messgroesse('Messgroesse'),
      requesting: 'ErsuchenderStaat',
      requested: 'ErsuchterStaat',
      category: personengruppe('Personengruppe'),
      month: 'Monat',
      replyTime: antwortdauer('Antwortdauer'),
      count: 'Anzahl',
      suppressed: 'Unterdrueckt',
    }),
    observations: 'Bemerkungen',
  }),

  'reintegration-referral': block('Reintegrationsvermittlung', {
    reference: 'Geschaeftszahl',
    subject: block('Person', kurzperson),
    consent: 'Einwilligung/Erteilt',
    consentOn: 'Einwilligung/Datum',
    needs: values('Bedarf', bedarf('.')),
    languages: values('Sprache', '.'),
    familyMembers: 'AnzahlAngehoerige',
    returnedOn: 'Rueckkehrdatum',
    contact: block('Kontakt', {
      phone: 'Telefon',
      email: 'Email',
      address: block('Anschrift', anschrift),
      reachable: 'DirektErreichbar',
    }),
    health: block('Gesundheit', gesundheit),
    programme: 'Programm',
    ...schluss,
  }),
} satisfies Actions
