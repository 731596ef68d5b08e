/** What the pages of administration are called, and what that of users says. */
import type { Language } from '#admin-ui/texts/language.ts'

const tabsInEnglish = { users: 'Users', rules: 'Rule sets', alerts: 'Alerts', retention: 'Retention', system: 'System' }

const tabsInAzerbaijani: typeof tabsInEnglish = {
  users: 'İstifadəçilər',
  rules: 'Qaydalar',
  alerts: 'Xəbərdarlıqlar',
  retention: 'Saxlama',
  system: 'Sistem',
}

export const TAB_TEXTS: Record<Language, typeof tabsInEnglish> = { az: tabsInAzerbaijani, en: tabsInEnglish }

const en = {
  title: 'Users',
  acts: 'Acts',
  name: 'Name',
  role: 'Role',
  state: 'State',
  states: { invited: 'invited', active: 'active', disabled: 'disabled' } as Record<string, string>,
  factors: 'Second factors',
  passkeys: (n: number) => `passkeys: ${n}`,
  app: 'app',
  recovery: (n: number) => `recovery codes: ${n}`,
  last: 'Last sign-in',
  invite: 'Invite a user',
  inviteNote: 'Another administrator approves it. Then a link can be made here.',
  nameHint: 'Lower-case letters, digits, dots, hyphens.',
  link: 'Make the link',
  linkNote: 'It counts once, for a day. Give it to this person only, not by mail.',
  disable: 'Disable',
  reset: 'Reset',
  change: 'Change the role',
  asked: 'It waits for another administrator.',
}

const az: typeof en = {
  title: 'İstifadəçilər',
  acts: 'Əməliyyatlar',
  name: 'Ad',
  role: 'Rol',
  state: 'Vəziyyət',
  states: { invited: 'dəvət olunub', active: 'fəal', disabled: 'dayandırılıb' },
  factors: 'İkinci amillər',
  passkeys: (n) => `giriş açarı: ${n}`,
  app: 'tətbiq',
  recovery: (n) => `bərpa kodu: ${n}`,
  last: 'Son giriş',
  invite: 'İstifadəçini dəvət et',
  inviteNote: 'Başqa inzibatçı təsdiq edir. Sonra keçid burada yaradılır.',
  nameHint: 'Kiçik hərflər, rəqəmlər, nöqtə, defis.',
  link: 'Keçid yarat',
  linkNote: 'Bir dəfə, bir gün qüvvədədir. Yalnız bu şəxsə verin, poçtla yox.',
  disable: 'Dayandır',
  reset: 'Sıfırla',
  change: 'Rolu dəyiş',
  asked: 'Başqa inzibatçını gözləyir.',
}

export const USER_TEXTS: Record<Language, typeof en> = { az, en }
