/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adres, organ, zakonczenie } from './blocks/authority.ts'
import { czasOdpowiedzi, kompetencja, miara, potrzeba, rodzajZmiany } from './blocks/codes/cooperation.ts'
import { kategoriaOsoby } from './blocks/codes/person.ts'
import { srodekTransportu } from './blocks/codes/transfer.ts'
import { przejscieGraniczne } from './blocks/journey.ts'
import { osobaKrotko, stanZdrowia } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('wykazOrganow', {
    validFrom: 'obowiazujeOd',
    contacts: list('wpis', {
      change: rodzajZmiany('zmiana'),
      roles: values('kompetencja', kompetencja('.')),
      authority: block('organ', organ),
      party: 'strona/identyfikator',
    }),
    ...zakonczenie,
  }),

  'border-point-update': block('wykazPrzejscGranicznych', {
    validFrom: 'obowiazujeOd',
    points: list('wpis', {
      change: rodzajZmiany('zmiana'),
      point: block('przejscieGraniczne', przejscieGraniczne),
      modes: values('srodekTransportu', srodekTransportu('.')),
      hours: 'godzinyPrzekazania',
      authority: block('organ', organ),
    }),
    ...zakonczenie,
  }),

  'statistics-report': block('statystyka', {
    from: 'okres/poczatek',
    until: 'okres/koniec',
    compiledOn: 'stanNaDzien',
    authority: block('organ', organ),
    figures: list('wartosc', {
      measure: miara('miara'),
      requesting: 'panstwoWzywajace',
      requested: 'panstwoWezwane',
      category: kategoriaOsoby('kategoriaOsoby'),
      month: 'miesiac',
      replyTime: czasOdpowiedzi('czasOdpowiedzi'),
      count: 'liczba',
      suppressed: 'pominieta',
    }),
    observations: 'uwagi',
  }),

  'reintegration-referral': block('skierowanieDoReintegracji', {
    reference: 'sygnatura',
    subject: block('osoba', osobaKrotko),
    consent: 'zgoda/udzielona',
    consentOn: 'zgoda/data',
    needs: values('potrzeba', potrzeba('.')),
    languages: values('jezyk', '.'),
    familyMembers: 'liczbaCzlonkowRodziny',
    returnedOn: 'dataPowrotu',
    contact: block('kontakt', {
      phone: 'telefon',
      email: 'email',
      address: block('adres', adres),
      reachable: 'kontaktBezposredni',
    }),
    health: block('stanZdrowia', stanZdrowia),
    programme: 'program',
    ...zakonczenie,
  }),
} satisfies Actions
