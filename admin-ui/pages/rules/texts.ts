/** What the page of the rule sets says. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  title: 'Rule sets',
  note: 'What each agreement says, as versioned data. A limit that nobody has read or confirmed only warns.',
  none: 'No rule set',
  noneNote: 'They come with the states of this hub.',
  version: (n: string) => `version ${n}`,
  inForce: 'In force since',
  published: 'Published',
  states: 'Binds',
  allStates: (n: string) => `${n} states`,
  limit: 'Limit',
  value: 'Value',
  noValue: 'no number',
  units: {
    calendarDays: (n: string) => `${n} calendar days`,
    workingDays: (n: string) => `${n} working days`,
    months: (n: string) => `${n} months`,
  } as Record<string, (n: string) => string>,
  source: 'Source',
  sure: 'How sure',
  confidence: {
    V: 'read in the agreement',
    SIB: 'read in a sibling agreement',
    GK: 'not verified',
  } as Record<string, string>,
  acts: 'The hub acts on it',
  warns: (rows: string) => `Only warns: ${rows} to be confirmed`,
  confirming:
    'Whoever has read a row in the agreement confirms it on the server, with the reason: `korpu limits confirm`. It is in the audit trail.',
}

const az: typeof en = {
  title: 'Qaydalar toplusu',
  note: 'Hər sazişin müddəaları, versiyalı məlumat kimi. Heç kimin oxuyub təsdiq etmədiyi müddət yalnız xəbərdarlıq edir.',
  none: 'Qaydalar toplusu yoxdur',
  noneNote: 'Onlar bu qovşağın dövlətləri ilə gəlir.',
  version: (n) => `${n}-ci versiya`,
  inForce: 'Qüvvədədir',
  published: 'Dərc olunub',
  states: 'Kimləri bağlayır',
  allStates: (n) => `${n} dövlət`,
  limit: 'Müddət',
  value: 'Qiymət',
  noValue: 'rəqəm yoxdur',
  units: {
    calendarDays: (n) => `${n} təqvim günü`,
    workingDays: (n) => `${n} iş günü`,
    months: (n) => `${n} ay`,
  },
  source: 'Mənbə',
  sure: 'Etibarlılıq',
  confidence: {
    V: 'sazişdə oxunub',
    SIB: 'oxşar sazişdə oxunub',
    GK: 'yoxlanılmayıb',
  },
  acts: 'Qovşaq ona əsasən hərəkət edir',
  warns: (rows) => `Yalnız xəbərdarlıq edir: ${rows} təsdiqlənməlidir`,
  confirming: 'Bəndi sazişdə oxuyan şəxs onu serverdə səbəbi ilə təsdiqləyir: `korpu limits confirm`. Bu, audit jurnalında qalır.',
}

export const RULE_TEXTS: Record<Language, typeof en> = { az, en }
