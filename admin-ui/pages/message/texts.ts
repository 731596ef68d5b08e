/** What showing the content of a message says. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  show: 'Show what is needed',
  title: 'Show content',
  note: 'It is recorded before anything is shown: who, when, what for and which data. Ten times an hour at most.',
  purpose: 'Purpose',
  purposes: {
    'delivery-fault': 'A delivery fails',
    'partner-question': 'A party has a question',
    'data-subject-request': 'The person asks for their data',
    'legal-duty': 'A legal duty',
  } as Record<string, string>,
  classes: 'Data that is needed',
  classOf: {
    i: 'Particulars of the person and the family',
    ii: 'Documents',
    iii: 'Itineraries',
    iv: 'Other information that identifies the person',
    consent: 'Health and care',
    procedure: 'The procedure itself',
  },
  hidden: 'hidden',
  picture: (bytes: string) => `present, ${bytes}; never shown`,
  hide: 'Hide',
  gone: (seconds: number) => `It is hidden again in ${seconds} s.`,
}

const az: typeof en = {
  show: 'Lazım olanı göstər',
  title: 'Məzmunu göstər',
  note: 'Göstərilməzdən əvvəl qeydə alınır: kim, nə vaxt, nə üçün və hansı məlumat. Saatda ən çoxu on dəfə.',
  purpose: 'Məqsəd',
  purposes: {
    'delivery-fault': 'Çatdırılma alınmır',
    'partner-question': 'Tərəfin sualı var',
    'data-subject-request': 'Şəxs öz məlumatını istəyir',
    'legal-duty': 'Qanuni vəzifə',
  },
  classes: 'Lazım olan məlumat',
  classOf: {
    i: 'Şəxsin və ailə üzvlərinin məlumatları',
    ii: 'Sənədlər',
    iii: 'Marşrutlar',
    iv: 'Şəxsi tanıdan digər məlumat',
    consent: 'Sağlamlıq və qayğı',
    procedure: 'Prosedurun özü',
  },
  hidden: 'gizli',
  picture: (bytes) => `var, ${bytes}; heç vaxt göstərilmir`,
  hide: 'Gizlət',
  gone: (seconds) => `${seconds} san sonra yenidən gizlənəcək.`,
}

export const REVEAL_TEXTS: Record<Language, typeof en> = { az, en }
