/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adres, afsluiting, autoriteit } from './blocks/authority.ts'
import { antwoordtermijn, behoefte, bevoegdheid, grootheid, wijzigingssoort } from './blocks/codes/cooperation.ts'
import { land } from './blocks/codes/land.ts'
import { persoonscategorie } from './blocks/codes/person.ts'
import { vervoermiddel } from './blocks/codes/transfer.ts'
import { grensdoorlaatpost } from './blocks/journey.ts'
import { partij } from './blocks/party.ts'
import { betrokkene, gezondheid } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('data', {
    validFrom: 'geldigVanaf',
    contacts: list('vermeldingen', {
      change: wijzigingssoort('wijziging'),
      roles: values('bevoegdheden', bevoegdheid('.')),
      authority: block('autoriteit', autoriteit),
      party: partij('partij'),
    }),
    ...afsluiting,
  }),

  'border-point-update': block('data', {
    validFrom: 'geldigVanaf',
    points: list('vermeldingen', {
      change: wijzigingssoort('wijziging'),
      point: block('grensdoorlaatpost', grensdoorlaatpost),
      modes: values('vervoermiddelen', vervoermiddel('.')),
      hours: 'overdrachtstijden',
      authority: block('autoriteit', autoriteit),
    }),
    ...afsluiting,
  }),

  'statistics-report': block('data', {
    from: 'periode/begin',
    until: 'periode/einde',
    compiledOn: 'peildatum',
    authority: block('autoriteit', autoriteit),
    figures: list('waarden', {
      measure: grootheid('grootheid'),
      requesting: land('verzoekendeStaat'),
      requested: land('aangezochteStaat'),
      category: persoonscategorie('persoonscategorie'),
      month: 'maand',
      replyTime: antwoordtermijn('antwoordtermijn'),
      count: 'aantal',
      suppressed: 'onderdrukt',
    }),
    observations: 'opmerkingen',
  }),

  'reintegration-referral': block('data', {
    reference: 'zaakkenmerk',
    subject: block('persoon', betrokkene),
    consent: 'toestemming/verleend',
    consentOn: 'toestemming/datum',
    needs: values('behoeften', behoefte('.')),
    languages: values('talen', '.'),
    familyMembers: 'aantalGezinsleden',
    returnedOn: 'terugkeerdatum',
    contact: block('bereikbaarheid', {
      phone: 'telefoon',
      email: 'email',
      address: block('adres', adres),
      reachable: 'directBereikbaar',
    }),
    health: block('gezondheid', gezondheid),
    programme: 'programma',
    ...afsluiting,
  }),
} satisfies Actions
