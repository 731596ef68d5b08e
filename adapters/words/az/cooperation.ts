/** What states tell each other beyond single cases, and support after return. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { orqan, sonluq, unvan } from './blocks/authority.ts'
import { cavabMuddeti, deyisiklikNovu, ehtiyac, gosterici, selahiyyet } from './blocks/codes/cooperation.ts'
import { sexsinKateqoriyasi } from './blocks/codes/person.ts'
import { neqliyyatNovu } from './blocks/codes/transfer.ts'
import { kecidMenteqesi } from './blocks/journey.ts'
import { qisaSexs, saglamliq } from './blocks/person.ts'

export const cooperation = {
  'contact-list-update': block('orqanlarinSiyahisi', {
    validFrom: 'quvveyeMinmeTarixi',
    contacts: list('qeyd', {
      change: deyisiklikNovu('deyisiklik'),
      roles: values('selahiyyet', selahiyyet('.')),
      authority: block('orqan', orqan),
      party: 'teref/identifikator',
    }),
    ...sonluq,
  }),

  'border-point-update': block('kecidMenteqelerininSiyahisi', {
    validFrom: 'quvveyeMinmeTarixi',
    points: list('qeyd', {
      change: deyisiklikNovu('deyisiklik'),
      point: block('kecidMenteqesi', kecidMenteqesi),
      modes: values('neqliyyatNovu', neqliyyatNovu('.')),
      hours: 'qebulSaatlari',
      authority: block('orqan', orqan),
    }),
    ...sonluq,
  }),

  'statistics-report': block('statistika', {
    from: 'dovr/baslangic',
    until: 'dovr/son',
    compiledOn: 'tertibTarixi',
    authority: block('orqan', orqan),
    figures: list('deyer', {
      measure: gosterici('gosterici'),
      requesting: 'telebEdenDovlet',
      requested: 'telebOlunanDovlet',
      category: sexsinKateqoriyasi('sexsinKateqoriyasi'),
      month: 'ay',
      replyTime: cavabMuddeti('cavabMuddeti'),
      count: 'say',
      suppressed: 'gizledilib',
    }),
    observations: 'qeydler',
  }),

  'reintegration-referral': block('reinteqrasiyayaYonlendirme', {
    reference: 'isNomresi',
    subject: block('sexs', qisaSexs),
    consent: 'raziliq/verilib',
    consentOn: 'raziliq/tarix',
    needs: values('ehtiyac', ehtiyac('.')),
    languages: values('dil', '.'),
    familyMembers: 'aileUzvlerininSayi',
    returnedOn: 'qayidisTarixi',
    contact: block('elaqe', {
      phone: 'telefon',
      email: 'epoct',
      address: block('unvan', unvan),
      reachable: 'birbasaElaqe',
    }),
    health: block('saglamliq', saglamliq),
    programme: 'proqram',
    ...sonluq,
  }),
} satisfies Actions
