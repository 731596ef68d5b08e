/** What the pages about oneself say. */
import type { Language } from '#admin-ui/texts/language.ts'

const en = {
  stepUp: 'Prove that it is you',
  stepUpNote: 'What comes next needs your second factor again. It then counts for five minutes.',
  code: 'Code of your authenticator app',
  useKey: 'Use a passkey',
  useApp: 'Use the authenticator app',
  useRecovery: 'Use a recovery code',
  recoveryCode: 'Recovery code',
  recoveryHint: 'One of the ten that you kept. It counts once.',
  useProvider: 'Sign in again at your identity provider',
  prove: 'Go on',
  mine: 'My sessions',
  all: 'All sessions',
  account: 'Account',
  begun: 'Begun',
  seen: 'Last active',
  ends: 'Ends',
  address: 'Address',
  agent: 'Browser',
  isThis: 'this one',
  end: 'End',
  ended: 'The session is over.',
}

const az: typeof en = {
  stepUp: 'Özünüz olduğunuzu təsdiq edin',
  stepUpNote: 'Növbəti addım üçün ikinci amil yenidən tələb olunur. O, beş dəqiqə qüvvədədir.',
  code: 'Autentifikator tətbiqinin kodu',
  useKey: 'Giriş açarından istifadə et',
  useApp: 'Autentifikator tətbiqindən istifadə et',
  useRecovery: 'Bərpa kodundan istifadə et',
  recoveryCode: 'Bərpa kodu',
  recoveryHint: 'Saxladığınız on koddan biri. Bir dəfə qüvvədədir.',
  useProvider: 'Kimlik provayderində yenidən daxil ol',
  prove: 'Davam et',
  mine: 'Sessiyalarım',
  all: 'Bütün sessiyalar',
  account: 'Hesab',
  begun: 'Başlayıb',
  seen: 'Son fəallıq',
  ends: 'Bitir',
  address: 'Ünvan',
  agent: 'Brauzer',
  isThis: 'bu sessiya',
  end: 'Bitir',
  ended: 'Sessiya bitdi.',
}

export const SESSION_TEXTS: Record<Language, typeof en> = { az, en }
